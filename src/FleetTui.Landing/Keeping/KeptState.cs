namespace FleetTui.Landing.Keeping;

/// <summary>A state of a slot that its branch has no more, pinned by a reference of ours.</summary>
/// <param name="Id">What the user calls it: the beginning of the commit's id.</param>
/// <param name="Why">rewritten or gone.</param>
public sealed record KeptState(string Slot, string Id, string Commit, DateTimeOffset At, string Why)
{
    internal const string Prefix = "refs/fleet/kept/";
    internal const string Rewritten = "rewritten";
    internal const string Gone = "gone";

    private const string Time = "yyyyMMdd'T'HHmmss'Z'";
    private const int Shown = 10;

    internal string Reference => $"{Prefix}{Slot}/{At.UtcDateTime.ToString(Time, System.Globalization.CultureInfo.InvariantCulture)}-{Why}-{Id}";

    internal static KeptState Of(string slot, string commit, DateTimeOffset at, string why) => new(slot, commit[..Shown], commit, at, why);

    /// <summary>Null for a reference that is none of these.</summary>
    internal static KeptState? Parse(string reference, string commit)
    {
        var parts = reference.StartsWith(Prefix, StringComparison.Ordinal) ? reference[Prefix.Length..].Split('/') : [];
        return parts.Length == 2 && parts[1].Split('-') is [var time, var why, var id]
            && DateTimeOffset.TryParseExact(time, Time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at)
            ? new KeptState(parts[0], id, commit, at, why)
            : null;
    }
}
