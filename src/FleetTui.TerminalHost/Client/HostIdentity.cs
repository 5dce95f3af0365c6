using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>Who a terminal host is. All versions of the protocol tell it, as names and texts, so that any program can ask any host.</summary>
/// <param name="Build">The program it runs.</param>
/// <param name="Protocol">MAJOR.MINOR.</param>
/// <param name="Instance">16 hex digits, made at its first start; stays through every hand-over.</param>
/// <param name="Generation">1, and one more with every hand-over.</param>
/// <param name="StartedAt">Its first start.</param>
/// <param name="Pause">How long the panes were not served in the last hand-over; null before the first.</param>
/// <param name="Panes">Panes that have a screen.</param>
/// <param name="Running">Panes with a program that runs.</param>
public sealed record HostIdentity(
    ProgramBuild Build,
    string Protocol,
    string HandOver,
    int ProcessId,
    string Executable,
    string Instance,
    int Generation,
    DateTimeOffset StartedAt,
    TimeSpan? Pause,
    int Panes,
    int Running)
{
    private const int MostFacts = 64;

    internal void Write(WireWriter wire)
    {
        (string Name, string Text)[] facts =
        [
            ("build", Build.ToString()),
            ("protocol", Protocol),
            ("hand-over", HandOver),
            ("pid", Text(ProcessId)),
            ("executable", Executable),
            ("instance", Instance),
            ("generation", Text(Generation)),
            ("started", Text(StartedAt.UtcTicks)),
            ("pause", Pause is { } pause ? Text(pause.Ticks) : ""),
            ("panes", Text(Panes)),
            ("running", Text(Running)),
        ];
        wire.Int32(facts.Length);
        foreach (var (name, text) in facts)
        {
            wire.Text(name);
            wire.Text(text);
        }
    }

    /// <summary>What a host does not tell is empty or 0.</summary>
    /// <exception cref="FormatException">It is no list of facts.</exception>
    internal static HostIdentity Read(ref WireReader wire)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = wire.Count(MostFacts); left > 0; left--)
        {
            var name = wire.Text();
            facts[name] = wire.Text();
        }

        _ = ProgramBuild.TryParse(facts.GetValueOrDefault("build"), out var build);
        return new HostIdentity(
            build,
            facts.GetValueOrDefault("protocol", ""),
            facts.GetValueOrDefault("hand-over", ""),
            (int)Number("pid"),
            facts.GetValueOrDefault("executable", ""),
            facts.GetValueOrDefault("instance", ""),
            (int)Number("generation"),
            new DateTimeOffset(Math.Clamp(Number("started"), 0, DateTime.MaxValue.Ticks), TimeSpan.Zero),
            facts.GetValueOrDefault("pause", "").Length > 0 ? new TimeSpan(Number("pause")) : null,
            (int)Number("panes"),
            (int)Number("running"));

        long Number(string name) => long.TryParse(facts.GetValueOrDefault(name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
