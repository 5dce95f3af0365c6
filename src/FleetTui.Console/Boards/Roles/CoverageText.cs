using FleetTui.Api.Status;
using FleetTui.Console.Boards.Charts;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;
using Spectre.Console;

namespace FleetTui.Console.Boards.Roles;

/// <summary>The domains together: how much of the repository they cover, what none does, what two do; and a domain one thinks of.</summary>
internal static class CoverageText
{
    public static IReadOnlyList<PageRow> Of(DomainCoverage coverage, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        var rows = new List<PageRow>();
        var ink = new SpectreInk(theme.Text);
        var twice = coverage.Tracked - coverage.Shared - coverage.Single - coverage.UncoveredFiles;
        rows.Add(PageRow.Of(new Piece($"{coverage.Tracked} files", theme.Strong), new Piece(" by whose they are", theme.Dim)));
        if (coverage.Tracked > 0)
        {
            var chart = new BreakdownChart().Width(Math.Max(20, Math.Min(width, 100)));
            (string Name, int Files, CellStyle Style, char Fill, char Plain)[] parts =
            [
                ("one role's", coverage.Single, theme.Done, '█', '#'), ("shared", coverage.Shared, theme.Working, '▒', '+'), ("nobody's", coverage.UncoveredFiles, theme.Held, '░', '.'), ("two roles'", twice, theme.Failed, '╳', 'x'),
            ];
            foreach (var (name, files, style, fill, plain) in parts)
            {
                if (files > 0)
                {
                    chart.AddItem(name, files, ink.Of(style, model.Ascii ? plain : fill));
                }
            }

            rows.AddRange(SpectreLines.Of(chart, ink, width, model).Select(line => new PageRow("", line)));
        }

        rows.Add(PageRow.Empty);
        Bars(rows, coverage, width, ink, model);
        rows.Add(PageRow.Empty);
        rows.Add(PageRow.Of(new Piece("IN NO DOMAIN", theme.Accent), new Piece($"  {coverage.UncoveredFiles} files that only a slot without a domain may change", theme.Dim)));
        rows.AddRange(coverage.Uncovered.Select(group => PageRow.Of(new Piece($"{group.Files,6}  ", theme.Text), new Piece(Visible.Of(group.Path), theme.Text))));
        rows.Add(PageRow.Empty);
        rows.Add(PageRow.Of(new Piece("IN TWO DOMAINS", theme.Accent)));
        if (coverage.Overlaps.Count == 0)
        {
            rows.Add(PageRow.Of(new Piece("none", theme.Done)));
        }

        foreach (var overlap in coverage.Overlaps)
        {
            RoleText.Add(rows, $"{overlap.Files,6}  {overlap.One} and {overlap.Other}: {string.Join(", ", overlap.Examples.Take(5).Select(Visible.Of))}", theme.Failed, width);
        }

        return rows;
    }

    public static IReadOnlyList<PageRow> Tried(DomainCoverage coverage, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        var rows = new List<PageRow>();
        if (coverage.Tried is not { } tried)
        {
            return rows;
        }

        RoleText.Add(rows, string.Join("  ", tried.Patterns.Select(Visible.Of)), theme.Strong, width);
        foreach (var problem in tried.Problems)
        {
            RoleText.Add(rows, problem, theme.Failed, width);
        }

        rows.Add(PageRow.Of(new Piece($"would take in {tried.Files} of {coverage.Tracked} files, {tried.New} of them in no domain now", theme.Text)));
        rows.Add(PageRow.Empty);
        rows.Add(PageRow.Of(new Piece("MEETS", theme.Accent)));
        if (tried.Overlaps.Count == 0)
        {
            rows.Add(PageRow.Of(new Piece("no other domain: it can be written down so", theme.Done)));
        }

        foreach (var overlap in tried.Overlaps)
        {
            var what = overlap.Files > 0 ? $"{overlap.Files} file{(overlap.Files == 1 ? "" : "s")}: {string.Join(", ", overlap.Examples.Take(5).Select(Visible.Of))}" : $"none yet, but {Visible.Of(overlap.Examples[0])} would be in both";
            RoleText.Add(rows, $"{(model.Ascii ? "x" : "✗")} {overlap.Other}: {what}", theme.Failed, width);
        }

        rows.Add(PageRow.Empty);
        rows.Add(PageRow.Of(new Piece("FILES", theme.Accent)));
        rows.AddRange(tried.Examples.Select(path => PageRow.Of(new Piece(Visible.Of(path), theme.Dim))));
        if (tried.Files > tried.Examples.Count)
        {
            rows.Add(PageRow.Of(new Piece($"and {tried.Files - tried.Examples.Count} more", theme.Dim)));
        }

        return rows;
    }

    private static void Bars(List<PageRow> rows, DomainCoverage coverage, int width, SpectreInk ink, ConsoleModel model)
    {
        var theme = model.Theme;
        rows.Add(PageRow.Of(new Piece("FILES BY ROLE", theme.Accent)));
        if (coverage.Roles.Count == 0)
        {
            rows.Add(PageRow.Of(new Piece("there are no roles", theme.Dim)));
            return;
        }

        var chart = new BarChart().Width(Math.Max(20, Math.Min(width, 100)));
        foreach (var role in coverage.Roles.OrderByDescending(role => role.Files))
        {
            chart.AddItem(Markup.Escape(role.Role), role.Files, ink.Of(role.Files == 0 ? theme.Held : theme.Working));
        }

        rows.AddRange(SpectreLines.Of(chart, ink, width, model).Select(line => new PageRow("", line)));
    }
}
