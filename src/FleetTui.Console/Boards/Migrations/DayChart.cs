using System.Globalization;
using FleetTui.Api.Status;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Boards.Migrations;

/// <summary>The day as a strip for each slot: shaded where versions are its own, a digit where so many are used, a cross where one is in trouble.</summary>
internal static class DayChart
{
    private const int Slices = 96;
    private const int NameCells = 9;
    private const int TailCells = 27;

    public static IEnumerable<BoardLine> Of(MigrationDayReport day, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        var cells = width >= NameCells + Slices + TailCells ? Slices : width >= NameCells + (Slices / 2) + TailCells ? Slices / 2 : Slices / 4;
        var now = DateOnly.FromDateTime(model.Now.UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == day.Day ? (int)(model.Now.UtcDateTime.TimeOfDay.TotalDays * cells) : -1;
        yield return BoardLine.Of(new Piece("THE DAY", theme.Accent), new Piece("  shaded: its own, a digit: used; then used/free and the next version", theme.Dim, 1));
        yield return BoardLine.Of(new Piece(new string(' ', NameCells), theme.Dim), new Piece(Scale(cells), theme.Dim), new Piece("  UTC", theme.Dim, 1));
        foreach (var slot in day.Slots)
        {
            var pieces = new List<Piece> { new(TextWidth.Fit(slot.Slot, NameCells - 1).PadRight(NameCells), theme.Strong) };
            for (var cell = 0; cell < cells; cell++)
            {
                pieces.Add(Cell(day, slot, cell, cells, cell == now, model));
            }

            pieces.Add(new Piece($" {slot.Used,4}/{slot.Free,-5} ", theme.Text));
            pieces.Add(new Piece(slot.Next, theme.Done, 1));
            yield return new BoardLine(pieces, [], slot.Slot);
        }

        foreach (var stray in day.Entries.Where(entry => entry.Owner.Length == 0).Take(1))
        {
            _ = stray;
            var pieces = new List<Piece> { new("nobody's ", theme.Held) };
            pieces.AddRange(Enumerable.Range(0, cells).Select(cell => Used(day.Entries.Where(entry => entry.Owner.Length == 0 && entry.At is { } at && CellOf(at, cells) == cell).ToList(), " ", theme.Held, model)));
            yield return new BoardLine(pieces, []);
        }
    }

    private static Piece Cell(MigrationDayReport day, MigrationDaySlot slot, int cell, int cells, bool isNow, ConsoleModel model)
    {
        var theme = model.Theme;
        var each = Slices / cells;
        var owned = slot.Capacity.Skip(cell * each).Take(each).Sum() > 0;
        var used = day.Entries.Where(entry => entry.Owner == slot.Slot && entry.At is { } at && CellOf(at, cells) == cell).ToList();
        var piece = Used(used, owned ? (model.Ascii ? "." : "░") : " ", theme.Border, model);
        return isNow ? piece with { Text = used.Count == 0 ? (model.Ascii ? "|" : "│") : piece.Text, Style = used.Count == 0 ? theme.Accent : piece.Style } : piece;
    }

    private static Piece Used(List<MigrationDayEntry> used, string otherwise, CellStyle quiet, ConsoleModel model) => used.Count switch
    {
        0 => new Piece(otherwise, quiet),
        _ when used.Any(entry => entry.Problem.Length > 0) => new Piece(model.Ascii ? "x" : "✗", model.Theme.Failed),
        < 10 => new Piece(used.Count.ToString(CultureInfo.InvariantCulture), model.Theme.Working),
        _ => new Piece("+", model.Theme.Working),
    };

    private static int CellOf(DateTimeOffset at, int cells) => (int)(at.UtcDateTime.TimeOfDay.TotalDays * cells);

    private static string Scale(int cells)
    {
        var step = cells / 8;
        return string.Concat(Enumerable.Range(0, 8).Select(part => $"{part * 3:00}".PadRight(step)));
    }
}
