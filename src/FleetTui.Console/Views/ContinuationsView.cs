using FleetTui.Console.Compositing;
using FleetTui.Console.Model;

namespace FleetTui.Console.Views;

/// <summary>What may follow the prefix, shown at the bottom when no key comes for a moment. Typing on never waits for it.</summary>
public static class ContinuationsView
{
    private const int ColumnWidth = 26;

    public static void Draw(Canvas whole, ConsoleModel model)
    {
        var entries = model.Keys.Prefix
            .Where(binding => Commands.CommandTable.Default.Find(binding.Command) is { Available: true })
            .Where(binding => binding.Key.Modifiers == 0 && !char.IsAsciiDigit((char)binding.Key.Rune))
            .Select(binding => (Key: binding.Key.ToString(), Text: Commands.CommandTable.Default.Find(binding.Command)!.Short))
            .DistinctBy(entry => entry.Text)
            .ToList();
        var across = Math.Max(1, (whole.Width - 2) / ColumnWidth);
        var down = Math.Min((entries.Count + across - 1) / across, whole.Height - 4);
        var box = whole.Part(new Rect(0, whole.Height - 1 - down - 2, whole.Width, down + 2));
        BoxView.Draw(box, $"{model.Keys.PrefixKey} then…", model);
        for (var i = 0; i < Math.Min(entries.Count, across * down); i++)
        {
            var x = 2 + (i / down * ColumnWidth);
            var y = 1 + (i % down);
            box.Text(x, y, $"{entries[i].Key,5}", model.Theme.Accent, 6);
            box.TextFit(x + 6, y, entries[i].Text, model.Theme.Text, ColumnWidth - 7);
        }
    }
}
