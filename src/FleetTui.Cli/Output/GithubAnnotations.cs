using FleetTui.Api.Client;

namespace FleetTui.Cli.Output;

/// <summary>Findings as lines that a GitHub workflow shows beside the file (docs.github.com, "Workflow commands for GitHub Actions", setting an error or a warning message).</summary>
internal static class GithubAnnotations
{
    public static string Line(MigrationFinding finding)
    {
        var place = finding.Path.Length == 0 ? "" : $"file={Property(finding.Path)},line=1,";
        return $"::{(finding.Holds ? "error" : "warning")} {place}title={Property("Migration: " + finding.Kind)}::{Data(finding.Message)}";
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
