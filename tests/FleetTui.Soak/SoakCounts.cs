using System.Globalization;

namespace FleetTui.Soak;

/// <summary>What was seen. Only one thread counts.</summary>
public sealed class SoakCounts
{
    private const int MostTold = 4;

    public long Bytes { get; set; }

    public long Frames { get; set; }

    public long Synchronized { get; set; }

    /// <summary>Frames of so few bytes that a terminal reads them in one go.</summary>
    public long Small { get; set; }

    /// <summary>Frames that were on their way while the window got another size: nobody can tell what they show.</summary>
    public long MeanwhileResized { get; set; }

    /// <summary>Times that the model, drawn whole, was compared with what had been drawn row by row.</summary>
    public long Compared { get; set; }

    public long Keys { get; set; }

    public long Resizes { get; set; }

    public long TmuxScreens { get; set; }

    /// <summary>What must be none.</summary>
    public SortedDictionary<string, long> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts a fault; the first ones of a kind are told in full.</summary>
    public void Fault(string kind, Func<string> detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        Faults[kind] = Faults.GetValueOrDefault(kind) + 1;
        if (Faults[kind] <= MostTold)
        {
            System.Console.WriteLine($"FAULT {kind}: {detail()}");
        }
    }

    public override string ToString() =>
        Invariant($"{Frames:N0} frames, {Bytes / 1e6:F1} MB; {Synchronized:N0} in synchronized updates, {Small:N0} of a few bytes, {MeanwhileResized:N0} while the size changed; ")
        + Invariant($"{Compared:N0} times drawn whole and compared; {TmuxScreens:N0} screens compared with tmux's; {Keys:N0} keys, {Resizes:N0} resizes; ")
        + (Faults.Count == 0 ? "no stale cell, no flicker" : "FAULTS: " + string.Join(", ", Faults.Select(fault => Invariant($"{fault.Value:N0} × {fault.Key}"))));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
