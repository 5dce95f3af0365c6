using System.Globalization;

namespace FleetTui.TerminalHost;

/// <summary>
/// Which build of the program a process runs: its version, and when its files were written (UTC, whole seconds), since two builds may have one version.
/// Read once: the files may be replaced while it runs.
/// </summary>
public sealed record ProgramBuild(string Version, DateTimeOffset Built)
{
    /// <summary>This process's own.</summary>
    public static ProgramBuild Current { get; } = new(Panes.PaneEnvironment.Version, NewestFile());

    /// <summary>Negative when this is the older one: by version, then by the time it was built.</summary>
    public int AgeOrder(ProgramBuild other) =>
        System.Version.TryParse(Version, out var mine) && System.Version.TryParse(other.Version, out var its) && mine.CompareTo(its) is var order and not 0 ? order
        : Built.CompareTo(other.Built);

    public bool IsNewerThan(ProgramBuild other) => AgeOrder(other) > 0;

    /// <summary>As it goes over a wire: <c>0.1.0 2026-11-20T12:00:00Z</c>.</summary>
    public static bool TryParse(string? text, out ProgramBuild build)
    {
        build = new ProgramBuild("0", DateTimeOffset.UnixEpoch);
        if (text?.Split(' ') is not [var version, var time]) return false;
        if (!DateTimeOffset.TryParseExact(time, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var built)) return false;
        build = new ProgramBuild(version, built);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version} {Built.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture)}");

    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static DateTimeOffset NewestFile()
    {
        var newest = DateTime.UnixEpoch;
        try
        {
            foreach (var file in new DirectoryInfo(AppContext.BaseDirectory).EnumerateFiles("FleetTui.*.dll"))
            {
                if (file.LastWriteTimeUtc > newest) newest = file.LastWriteTimeUtc;
            }

            if (newest == DateTime.UnixEpoch && Environment.ProcessPath is { } single) newest = File.GetLastWriteTimeUtc(single);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Then it counts as old: nothing is replaced because of it.
        }

        return DateTimeOffset.FromUnixTimeSeconds(new DateTimeOffset(newest).ToUnixTimeSeconds());
    }
}
