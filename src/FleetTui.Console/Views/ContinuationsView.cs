using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;

namespace FleetTui.Console.Views;

/// <summary>What may follow the prefix, shown at the bottom when no key comes for a moment. Typing on never waits for it.</summary>
public static class ContinuationsView
{
    private const int WidestColumn = 27;
    private const int NarrowestColumn = 19;
    private const int KeyCells = 7;

    public static void Draw(Canvas whole, ConsoleModel model)
    {
        var entries = model.Keys.Prefix
            .Where(binding => CommandTable.Default.Find(binding.Command) is { Available: true })
            .Where(binding => !(binding.Key.Modifiers == 0 && char.IsAsciiDigit((char)binding.Key.Rune)))
            .OrderBy(binding => binding.Key.Modifiers == 0 ? 0 : 1)
            .Select(binding => (Key: binding.Key.ToString(), Text: CommandTable.Default.Find(binding.Command)!.Short))
            .DistinctBy(entry => entry.Text)
            .ToList();

        // Narrower columns before fewer entries; what still has no room is counted, never left out in silence.
        var most = Math.Max(1, whole.Height - 4);
        var width = Enumerable.Range(NarrowestColumn, WidestColumn - NarrowestColumn + 1).Reverse().FirstOrDefault(cells => Across(whole, cells) * most >= entries.Count, NarrowestColumn);
        var across = Across(whole, width);
        var down = Math.Min((entries.Count + across - 1) / across, most);
        var room = across * down;
        var box = whole.Part(new Rect(0, whole.Height - 1 - down - 2, whole.Width, down + 2));
        BoxView.Draw(box, $"{model.Keys.PrefixKey} then…", model);
        for (var i = 0; i < Math.Min(entries.Count, room); i++)
        {
            var x = 2 + (i / down * width);
            var y = 1 + (i % down);
            if (i == room - 1 && room < entries.Count)
            {
                box.TextFit(x, y, $"… {entries.Count - room + 1} more: ?", model.Theme.Accent, width - 1);
                break;
            }

            box.Text(x, y, $"{entries[i].Key,KeyCells - 1}", model.Theme.Accent, KeyCells);
            box.TextFit(x + KeyCells, y, entries[i].Text, model.Theme.Text, width - KeyCells - 1);
        }
    }

    private static int Across(Canvas whole, int cells) => Math.Max(1, (whole.Width - 2) / cells);
}
