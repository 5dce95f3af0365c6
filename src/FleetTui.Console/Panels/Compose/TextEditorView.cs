using FleetTui.Console.Compositing;
using FleetTui.Console.Model;

namespace FleetTui.Console.Panels.Compose;

/// <summary>A text with its cursor, broken at the canvas's width; the cursor is always seen.</summary>
internal static class TextEditorView
{
    public static void Draw(Canvas canvas, TextEditor editor, bool hasKeys, ConsoleModel model)
    {
        if (canvas.Width < 1 || canvas.Height < 1)
        {
            return;
        }

        var rows = Rows(editor.Text, canvas.Width);
        var row = rows.FindLastIndex(found => found.Start <= editor.Cursor);
        var top = Math.Clamp(row - canvas.Height + 1, 0, Math.Max(0, rows.Count - canvas.Height));
        for (var y = 0; y < canvas.Height && top + y < rows.Count; y++)
        {
            var (start, length) = rows[top + y];
            canvas.Text(0, y, editor.Text.Substring(start, length).Replace('\t', ' '), model.Theme.Text);
        }

        if (hasKeys)
        {
            var x = TextWidth.Of(editor.Text.AsSpan(rows[row].Start, editor.Cursor - rows[row].Start).ToString().Replace('\t', ' '));
            var under = editor.Cursor < editor.Text.Length && editor.Text[editor.Cursor] is not ('\n' or '\t')
                ? editor.Text.Substring(editor.Cursor, TextWidth.Next(editor.Text.AsSpan(editor.Cursor), out _))
                : " ";
            canvas.Text(Math.Min(x, canvas.Width - 1), row - top, under, model.Theme.Highlight);
        }
    }

    /// <summary>Where each row of the screen begins in the text, and how many chars are on it. At least one; the cursor at the text's end has a row.</summary>
    private static List<(int Start, int Length)> Rows(string text, int width)
    {
        var rows = new List<(int, int)>();
        var (start, used, at) = (0, 0, 0);
        while (at < text.Length)
        {
            if (text[at] == '\n')
            {
                rows.Add((start, at - start));
                (start, used) = (++at, 0);
                continue;
            }

            var length = TextWidth.Next(text.AsSpan(at), out var cells);
            cells = text[at] == '\t' ? 1 : cells;
            if (used + cells > width && used > 0)
            {
                rows.Add((start, at - start));
                (start, used) = (at, 0);
            }

            used += cells;
            at += length;
        }

        rows.Add((start, text.Length - start));
        if (used >= width)
        {
            rows.Add((text.Length, 0));
        }

        return rows;
    }
}
