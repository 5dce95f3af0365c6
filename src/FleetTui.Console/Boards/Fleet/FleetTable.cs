using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Boards.Fleet;

/// <summary>The cells of the table of slots: columns as wide as their texts, the least wanted given up where there is no room.</summary>
internal static class FleetTable
{
    private const int Gap = 1;

    /// <summary>The columns that are shown, as indices of <see cref="FleetColumn.All"/>, each with its place.</summary>
    public static IReadOnlyList<(int Index, int X, int Width)> Columns(int width, IReadOnlyList<SlotModel> slots, ConsoleModel model)
    {
        var wanted = FleetColumn.All.Select(column => Math.Clamp(slots.Select(slot => TextWidth.Of(column.Text(slot, model))).Append(TextWidth.Of(column.Name) + 1).Max(), column.Least, column.Most)).ToArray();
        var shown = Enumerable.Range(0, wanted.Length).ToList();

        // What can shrink does so before anything goes.
        while (shown.Sum(index => FleetColumn.All[index].Least + Gap) - Gap > width && shown.MaxBy(index => FleetColumn.All[index].Rank) is var last && FleetColumn.All[last].Rank > 0)
        {
            shown.Remove(last);
        }

        while (shown.Sum(index => wanted[index] + Gap) - Gap > width)
        {
            var widest = shown.Where(index => wanted[index] > FleetColumn.All[index].Least).DefaultIfEmpty(-1).MaxBy(index => index < 0 ? 0 : wanted[index] - FleetColumn.All[index].Least);
            if (widest < 0)
            {
                break;
            }

            wanted[widest]--;
        }

        var places = new List<(int, int, int)>();
        var x = 0;
        foreach (var index in shown)
        {
            places.Add((index, x, index == shown[^1] ? Math.Max(0, width - x) : wanted[index]));
            x += wanted[index] + Gap;
        }

        return places;
    }

    public static int? ColumnAt(int x, int width, IReadOnlyList<SlotModel> slots, ConsoleModel model) =>
        Columns(width, slots, model).Where(column => x >= column.X && x <= column.X + column.Width).Select(column => (int?)column.Index).FirstOrDefault();

    public static void Header(Canvas canvas, IReadOnlyList<(int Index, int X, int Width)> columns, int sort, bool reversed, ConsoleModel model)
    {
        foreach (var (index, x, width) in columns)
        {
            var mark = index != sort ? "" : model.Ascii ? (reversed ? "^" : "v") : reversed ? "▲" : "▼";
            canvas.TextFit(x, 0, FleetColumn.All[index].Name + mark, index == sort ? model.Theme.Accent : model.Theme.Dim, width);
        }
    }

    public static void Row(Canvas line, IReadOnlyList<(int Index, int X, int Width)> columns, SlotModel slot, bool selected, ConsoleModel model)
    {
        var theme = model.Theme;
        var ground = selected ? theme.Selected : theme.Text;
        if (selected)
        {
            line.Fill(ground);
        }

        foreach (var (index, x, width) in columns)
        {
            var style = index is FleetColumn.Number or FleetColumn.State ? slot.Mood.Style(theme).On(ground) : ground;
            var text = FleetColumn.All[index].Text(slot, model);
            line.TextFit(x, 0, TextWidth.Of(text) > width && FleetColumn.All[index].Narrow is { } narrow ? narrow(slot, model) : text, style, width);
        }
    }
}
