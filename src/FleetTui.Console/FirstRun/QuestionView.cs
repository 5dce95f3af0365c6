using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Views;

namespace FleetTui.Console.FirstRun;

/// <summary>A question over the whole screen: what it is about above, the keys below. Lines that do not fit are counted and can be scrolled to: nobody shall agree to what they cannot read.</summary>
public static class QuestionView
{
    private const int Widest = 100;

    /// <param name="top">The first line to show; too large is the last page.</param>
    /// <returns>The first line that is shown.</returns>
    public static int Draw(CellBuffer buffer, QuestionPage page, ConsoleModel model, int top = 0)
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
        var shown = lines.Count <= room ? lines.Count : Math.Max(0, room - 1);
        top = Math.Clamp(top, 0, lines.Count - shown);
        for (var y = 0; y < shown; y++)
        {
            var line = lines[top + y];
            inside.TextFit(0, y, line, line.StartsWith("  ", StringComparison.Ordinal) ? model.Theme.Text : model.Theme.Strong, inside.Width);
        }

        if (shown < lines.Count && room > 0)
        {
            var below = lines.Count - shown - top;
            inside.Text(0, room - 1, below > 0 ? $"  … {below} more {(below == 1 ? "line" : "lines")} below: Down, PgDn" : "  that is all; Up, PgUp go back", model.Theme.Accent);
        }

        for (var i = 0; i < page.Choices.Count; i++)
        {
            var y = inside.Height - page.Choices.Count + i;
            var x = inside.Text(2, y, page.Choices[i].Key.ToString(), model.Theme.Accent);
            inside.TextFit(x + 2, y, page.Choices[i].Text, model.Theme.Text, inside.Width - x - 2);
        }

        return top;
    }

    /// <summary>Facts keep their indent on every line of theirs.</summary>
    private static IEnumerable<string> Wrapped(string line, int width)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        return TextWidth.Of(line) <= width ? [line] : WordWrap.Lines(line, Math.Max(1, width - indent)).Select((part, index) => new string(' ', indent + (index > 0 && indent > 0 ? 2 : 0)) + part);
    }
}
