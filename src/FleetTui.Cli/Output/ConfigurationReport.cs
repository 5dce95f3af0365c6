namespace FleetTui.Cli.Output;

/// <summary><c>fleet config check --json</c>.</summary>
internal sealed record ConfigurationReport(IReadOnlyList<ConfigurationReport.Item> Errors)
{
    /// <param name="Line">From 1, as is the column.</param>
    internal sealed record Item(string File, int Line, int Column, string Message, string? Fix);
}
