using System.Globalization;
using FleetTui.Api.Status;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary>The count of files by domain, for people.</summary>
internal static class CoverageLines
{
    public static async Task WriteAsync(DomainCoverage coverage, TextWriter output)
    {
        await output.WriteLineAsync($"{coverage.Tracked} files on {coverage.Target}: {coverage.Single} of one role, {coverage.Shared} shared, {coverage.UncoveredFiles} of nobody");
        var roles = new TextTable("ROLE", "FILES", "PATTERNS");
        foreach (var role in coverage.Roles)
        {
            roles.Add(role.Role, role.Files.ToString(CultureInfo.InvariantCulture), string.Join(' ', role.Patterns.Select(pattern => $"{pattern.Pattern}={pattern.Files}")));
        }

        await roles.WriteAsync(output);
        foreach (var group in coverage.Uncovered)
        {
            await output.WriteLineAsync($"  nobody's: {Printable.Of(group.Path)} ({group.Files})");
        }

        foreach (var overlap in coverage.Overlaps)
        {
            await output.WriteLineAsync($"  in two: {overlap.One} and {overlap.Other}, {overlap.Files} files: {string.Join(' ', overlap.Examples.Take(5).Select(Printable.Of))}");
        }

        if (coverage.Tried is { } tried)
        {
            await output.WriteLineAsync($"tried {string.Join(' ', tried.Patterns.Select(Printable.Of))}: {tried.Files} files, {tried.New} of them nobody's now");
            foreach (var line in tried.Problems.Concat(tried.Overlaps.Select(Meeting)))
            {
                await output.WriteLineAsync($"  {line}");
            }
        }
    }

    private static string Meeting(RoleOverlap overlap) => overlap.Files > 0
        ? $"meets {overlap.Other} in {overlap.Files} files: {string.Join(' ', overlap.Examples.Take(5).Select(Printable.Of))}"
        : $"meets {overlap.Other}: {Printable.Of(overlap.Examples[0])} would be in both";
}
