using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Console.Boards.Charts;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;
using Spectre.Console;

namespace FleetTui.Console.Boards.Roles;

/// <summary>One role: its holder, its domain pattern by pattern with what each takes in, who held it and why, and its files.</summary>
internal static class RoleText
{
    public static IReadOnlyList<PageRow> Of(RoleStatus role, DomainCoverage coverage, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        var rows = new List<PageRow>();
        Add(rows, role.Title.Length > 0 ? $"{role.Name}: {Visible.Of(role.Title)}" : role.Name, theme.Strong, width);
        rows.Add(role.Holder is { } holder
            ? PageRow.Of(new Piece("held by ", theme.Dim), new Piece($"{model.SlotOf(holder)?.Status.Number} {holder}", theme.Done))
            : PageRow.Of(new Piece("held by no slot: nobody can change these files", theme.Held)));
        rows.Add(PageRow.Empty);
        var own = coverage.Roles.FirstOrDefault(one => one.Role == role.Name);
        rows.Add(PageRow.Of(new Piece("DOMAIN", theme.Accent), new Piece($"  {own?.Files ?? 0} of {coverage.Tracked} files", theme.Dim)));
        if (role.Domain.Count == 0)
        {
            Add(rows, "none: it may change what no role owns", theme.Text, width);
        }

        foreach (var pattern in own?.Patterns ?? [])
        {
            rows.Add(PageRow.Of(new Piece($"{pattern.Files,6}  ", pattern.Files == 0 ? theme.Held : theme.Text), new Piece(Visible.Of(pattern.Pattern), theme.Text), new Piece(pattern.Files == 0 ? "  takes in nothing" : "", theme.Held)));
        }

        foreach (var overlap in coverage.Overlaps.Where(one => one.One == role.Name || one.Other == role.Name))
        {
            Add(rows, $"{(model.Ascii ? "x" : "✗")} {overlap.Files} files are also in the domain of {(overlap.One == role.Name ? overlap.Other : overlap.One)}: {string.Join(", ", overlap.Examples.Take(5))}", theme.Failed, width);
        }

        rows.Add(PageRow.Empty);
        History(rows, role, width, model);
        rows.Add(PageRow.Empty);
        rows.Add(PageRow.Of(new Piece("FILES", theme.Accent)));
        rows.AddRange((own?.Examples ?? []).Select(path => PageRow.Of(new Piece(Visible.Of(path), theme.Dim))));
        if (own is not null && own.Files > own.Examples.Count)
        {
            rows.Add(PageRow.Of(new Piece($"and {own.Files - own.Examples.Count} more", theme.Dim)));
        }

        return rows;
    }

    internal static void Add(List<PageRow> rows, string text, CellStyle style, int width) =>
        rows.AddRange(WordWrap.Lines(text, Math.Max(10, width)).Select(line => PageRow.Of(new Piece(line, style))));

    private static void History(List<PageRow> rows, RoleStatus role, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        rows.Add(PageRow.Of(new Piece("WHO HELD IT", theme.Accent)));
        if (role.History.Count == 0)
        {
            rows.Add(PageRow.Of(new Piece("it was never given to another slot", theme.Dim)));
            return;
        }

        var ink = new SpectreInk(theme.Text);
        var table = new Table { Border = model.Ascii ? TableBorder.Ascii : TableBorder.Rounded, BorderStyle = ink.StyleOf(theme.Border), Width = Math.Min(width, 110) };
        foreach (var heading in (string[])["when", "slot", "", "why"])
        {
            table.AddColumn(new TableColumn(new Text(heading, ink.StyleOf(theme.Dim))));
        }

        foreach (var change in role.History)
        {
            var took = change.To == role.Name;
            table.AddRow(
                new Text($"{TimeZoneInfo.ConvertTime(change.At, model.Zone):yyyy-MM-dd HH:mm}", ink.StyleOf(theme.Dim)),
                new Text(change.Slot, ink.StyleOf(theme.Strong)),
                new Text(took ? "took it" : change.To.Length > 0 ? $"left it for {change.To}" : "gave it up", ink.StyleOf(took ? theme.Done : theme.Held)),
                new Text(Visible.Of(change.Reason), ink.StyleOf(theme.Text)));
        }

        rows.AddRange(SpectreLines.Of(table, ink, width, model).Select(line => new PageRow("", line)));
    }
}
