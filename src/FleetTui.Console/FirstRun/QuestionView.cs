using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Views;

namespace FleetTui.Console.FirstRun;

/// <summary>A question over the whole screen: what it is about above, the keys below. Lines that do not fit are counted.</summary>
public static class QuestionView
{
    private const int Widest = 100;

    public static void Draw(CellBuffer buffer, QuestionPage page, ConsoleModel model)
    {
        buffer.Resize(model.Columns, model.Rows);
        buffer.Clear();
        buffer.AsciiOnly = model.Ascii;
        var width = Math.Min(model.Columns, Widest);
        var lines = page.Lines.SelectMany(line => Wrapped(line, width - 4)).ToList();
        var height = Math.Min(model.Rows, lines.Count + page.Choices.Count + 4);
        var place = new Rect((model.Columns - width) / 2, Math.Max(0, (model.Rows - height) / 3), width, height);
        var inside = BoxView.Draw(new Canvas(buffer, new Rect(0, 0, buffer.Width, buffer.Height)).Part(place), page.Title, model);
        var room = Math.Max(0, inside.Height - page.Choices.Count - 1);
        var shown = lines.Count <= room ? lines.Count : room - 1;
        for (var y = 0; y < shown; y++)
        {
            inside.TextFit(0, y, lines[y], lines[y].StartsWith("  ", StringComparison.Ordinal) ? model.Theme.Text : model.Theme.Strong, inside.Width);
        }

        if (shown < lines.Count && room > 0)
        {
            inside.Text(0, room - 1, $"  … {lines.Count - Math.Max(0, shown)} more lines; a larger window shows them", model.Theme.Dim);
        }

        for (var i = 0; i < page.Choices.Count; i++)
        {
            var y = inside.Height - page.Choices.Count + i;
            var x = inside.Text(2, y, page.Choices[i].Key.ToString(), model.Theme.Accent);
            inside.TextFit(x + 2, y, page.Choices[i].Text, model.Theme.Text, inside.Width - x - 2);
        }
    }

    /// <summary>Facts keep their indent on every line of theirs.</summary>
    private static IEnumerable<string> Wrapped(string line, int width)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        return TextWidth.Of(line) <= width ? [line] : WordWrap.Lines(line, Math.Max(1, width - indent)).Select((part, index) => new string(' ', indent + (index > 0 && indent > 0 ? 2 : 0)) + part);
    }
}
