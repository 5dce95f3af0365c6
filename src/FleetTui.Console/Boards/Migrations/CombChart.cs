using FleetTui.Api.Status;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Boards.Migrations;

/// <summary>The comb: the sixty seconds of every minute, each with the number of the slot that owns it, and a mark under those used on this day.</summary>
internal static class CombChart
{
    private const int Seconds = 60;
    private const int NameCells = 9;

    public static IEnumerable<BoardLine> Of(MigrationDayReport day, ConsoleModel model)
    {
        var theme = model.Theme;
        var owners = new int[Seconds];
        foreach (var slot in day.Slots)
        {
            // What it owns is written in its description: "seconds 15-19 of every minute", "second 03 of every minute".
            var words = slot.Description.Split(' ');
            var ends = words.Length > 1 ? words[1].Split('-') : [];
            if (ends.Length > 0 && int.TryParse(ends[0], out var first) && int.TryParse(ends[^1], out var last))
            {
                for (var second = Math.Max(0, first); second <= Math.Min(Seconds - 1, last); second++)
                {
                    owners[second] = model.SlotOf(slot.Slot)?.Status.Number ?? 0;
                }
            }
        }

        yield return BoardLine.Of(new Piece("THE COMB", theme.Accent), new Piece("  whose each second of every minute is (12 stands as 1 over 2); a mark: used that day", theme.Dim, 1));
        var axis = string.Concat(Enumerable.Range(0, Seconds / 5).Select(mark => $":{mark * 5:00}".PadRight(5)));
        yield return Row("second", second => axis[second].ToString(), _ => theme.Dim, theme);
        if (owners.Max() > 9)
        {
            yield return Row("", second => owners[second] > 9 ? $"{owners[second] / 10}" : " ", second => owners[second] % 2 == 0 ? theme.Text : theme.Working, theme);
        }

        yield return Row("slot", second => owners[second] > 0 ? $"{owners[second] % 10}" : " ", second => owners[second] % 2 == 0 ? theme.Text : theme.Working, theme);
        var used = day.Entries.Where(entry => entry.At is not null).ToLookup(entry => entry.At!.Value.UtcDateTime.Second);
        yield return Row("used", second => used[second].Any(entry => entry.Problem.Length > 0) ? (model.Ascii ? "x" : "✗") : used[second].Any() ? (model.Ascii ? "^" : "▲") : " ",
            second => used[second].Any(entry => entry.Problem.Length > 0) ? theme.Failed : theme.Done, theme);
    }

    private static BoardLine Row(string name, Func<int, string> text, Func<int, Terminal.Cells.CellStyle> style, Theme theme) =>
        new([new Piece(name.PadRight(NameCells), theme.Dim), .. Enumerable.Range(0, Seconds).Select(second => new Piece(text(second), style(second)))], []);
}
