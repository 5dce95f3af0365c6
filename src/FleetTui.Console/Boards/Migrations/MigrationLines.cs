using System.Globalization;
using FleetTui.Api.Status;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Boards.Migrations;

/// <summary>A day of migrations, line by line.</summary>
internal static class MigrationLines
{
    private const int Indent = 6;

    public static IReadOnlyList<BoardLine> Of(ConsoleModel model, int width)
    {
        var theme = model.Theme;
        if (model.MigrationDay is not { } day)
        {
            return [BoardLine.Of(new Piece("reading…", theme.Dim))];
        }

        var lines = new List<BoardLine>();
        Head(lines, day, model);
        Findings(lines, day, width, model);
        lines.Add(BoardLine.Empty);
        if (day.Slots.Count > 0)
        {
            lines.AddRange(DayChart.Of(day, width, model));
            lines.Add(BoardLine.Empty);
        }

        if (day.Scheme == "comb" && width >= 72)
        {
            lines.AddRange(CombChart.Of(day, model));
            lines.Add(BoardLine.Empty);
        }

        Files(lines, day, width, model);
        return lines;
    }

    private static void Head(List<BoardLine> lines, MigrationDayReport day, ConsoleModel model)
    {
        var date = DateOnly.ParseExact(day.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var today = DateOnly.FromDateTime(model.Now.UtcDateTime);
        var when = (date.DayNumber - today.DayNumber) switch { 0 => ", today", -1 => ", yesterday", 1 => ", tomorrow", _ => "" };
        lines.Add(new BoardLine(
            [new Piece($"{date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)} UTC{when}", model.Theme.Strong)],
            [new Piece($"{day.Slots.Sum(slot => slot.Used)} used, {day.Slots.Sum(slot => slot.Free)} free", model.Theme.Dim, 1)]));
        if (day.Undated > 0)
        {
            lines.Add(BoardLine.Of(new Piece($"{day.Undated} migration{(day.Undated == 1 ? " has a version" : "s have versions")} without a day", model.Theme.Dim)));
        }
    }

    private static void Findings(List<BoardLine> lines, MigrationDayReport day, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        if (day.Findings.Count == 0)
        {
            lines.Add(BoardLine.Of(new Piece(model.Ascii ? "v no collision on any day" : "✓ no collision on any day", theme.Done)));
            return;
        }

        foreach (var finding in day.Findings)
        {
            lines.Add(BoardLine.Of(new Piece(model.Ascii ? "x " : "✗ ", theme.Failed), new Piece($"{finding.Slot} ".PadRight(9), theme.Strong), new Piece($"{finding.Kind} {finding.Version}", theme.Failed)));
            lines.AddRange(WordWrap.Lines(Visible.Of(finding.Message), Math.Max(20, width - Indent)).Select(line => BoardLine.Of(new Piece(new string(' ', Indent) + line, theme.Text))));
            if (finding.Suggestion is { } free && !finding.Message.Contains(free, StringComparison.Ordinal))
            {
                lines.Add(BoardLine.Of(new Piece($"{new string(' ', Indent)}next free: {free}", theme.Done)));
            }
        }
    }

    private static void Files(List<BoardLine> lines, MigrationDayReport day, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        lines.Add(BoardLine.Of(new Piece("ON THIS DAY", theme.Accent), new Piece(day.Entries.Count > 0 ? $"  {day.Entries.Count}" : "", theme.Dim)));
        if (day.Entries.Count == 0)
        {
            var near = day.Before is { } before ? $"  the last before: {before}" : "";
            lines.Add(BoardLine.Of(new Piece($"  nothing{near}", theme.Dim)));
        }

        var where = Math.Clamp(day.Entries.Select(entry => TextWidth.Of(entry.Where)).DefaultIfEmpty(4).Max(), 4, 17);
        foreach (var entry in day.Entries)
        {
            var bad = entry.Problem.Length > 0;
            lines.Add(BoardLine.Of(
                new Piece(bad ? (model.Ascii ? "x " : "✗ ") : "  ", theme.Failed),
                new Piece($"{entry.Version}  ", bad ? theme.Failed : theme.Text),
                new Piece(TextWidth.Fit(entry.Where, where).PadRight(where + 1), entry.Where == "main" ? theme.Dim : theme.Strong),
                new Piece(TextWidth.Fit(entry.Path.Length > 0 ? Visible.Of(entry.Path) : "reserved, not written yet", Math.Max(8, width - where - 36)), theme.Dim),
                new Piece(bad ? $"  {entry.Problem}" : entry.Owner.Length == 0 && entry.At is not null ? "  nobody's" : "", bad ? theme.Failed : theme.Held)));
        }
    }
}
