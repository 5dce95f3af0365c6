namespace FleetTui.Cli.Output;

/// <summary><c>fleet doctor --json</c>.</summary>
internal sealed record DoctorReport(IReadOnlyList<DoctorReport.Line> Findings)
{
    /// <param name="Grade">ok, warn or fail.</param>
    /// <param name="Fix">What to do; empty when nothing.</param>
    internal sealed record Line(string Topic, string Grade, string Text, string Fix);
}
