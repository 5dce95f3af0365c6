using FleetTui.Console.Compositing;
using FleetTui.Console.Model;

namespace FleetTui.Console.Boards;

/// <summary>The keys of a board in its lower edge. What does not fit is dropped from the right, but the last two (side or full, close) always stay.</summary>
internal static class HintBar
{
    private const int Kept = 2;
    private const int Gap = 3;

    public static void Draw(Canvas line, IReadOnlyList<Hint> hints, ConsoleModel model)
    {
        foreach (var (hint, x) in Places(hints, line.Width))
        {
            var after = line.Text(x, 0, $" {hint.Key}", model.Theme.Accent);
            line.Text(after, 0, $" {hint.Text} ", model.Theme.Dim);
        }
    }

    /// <summary>The key that is written at this column, or null.</summary>
    public static string? At(IReadOnlyList<Hint> hints, int width, int x) =>
        Places(hints, width).Where(place => x >= place.X && x < place.X + Cells(place.Hint)).Select(place => place.Hint.Key).FirstOrDefault();

    private static IEnumerable<(Hint Hint, int X)> Places(IReadOnlyList<Hint> hints, int width)
    {
        var last = hints.TakeLast(Kept).ToList();
        var room = width - last.Sum(Cells) - (Gap * (last.Count - 1)) + (2 * (last.Count - 1));
        var shown = new List<Hint>();
        foreach (var hint in hints.SkipLast(Kept))
        {
            room -= Cells(hint) + Gap - 2;
            if (room < 0)
            {
                break;
            }

            shown.Add(hint);
        }

        var x = 0;
        foreach (var hint in shown.Concat(last))
        {
            yield return (hint, x);
            x += Cells(hint) + Gap - 2;
        }
    }

    private static int Cells(Hint hint) => TextWidth.Of(hint.Key) + TextWidth.Of(hint.Text) + 3;
}
