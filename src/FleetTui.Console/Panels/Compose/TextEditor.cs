using System.Globalization;
using FleetTui.Console.Keys;

namespace FleetTui.Console.Panels.Compose;

/// <summary>Lines of text with a cursor, edited with emacs's keys. Which key sends, and which begins a line, is its owner's matter.</summary>
public sealed class TextEditor
{
    public string Text { get; private set; } = "";

    /// <summary>An index into <see cref="Text"/>, always between grapheme clusters.</summary>
    public int Cursor { get; private set; }

    public bool OnFirstLine => LineStart(Cursor) == 0;

    public bool OnLastLine => LineEnd(Cursor) == Text.Length;

    public void Replace(string text)
    {
        Text = text;
        Cursor = text.Length;
    }

    /// <summary>Line ends become LF, and what shows nothing but could do something on a terminal is left out.</summary>
    public void Insert(string text)
    {
        var clean = string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)));
        Text = Text.Insert(Cursor, clean);
        Cursor += clean.Length;
    }

    /// <summary>False when the key means nothing here.</summary>
    public bool Press(KeyStroke key)
    {
        if (key.Printable is { } text)
        {
            Insert(text);
            return true;
        }

        switch (key.ToString())
        {
            case "BSpace" or "C-h": Remove(Before(Cursor), Cursor); return true;
            case "DC" or "C-d": Remove(Cursor, After(Cursor)); return true;
            case "Left" or "C-b": Cursor = Before(Cursor); return true;
            case "Right" or "C-f": Cursor = After(Cursor); return true;
            case "Home" or "C-a": Cursor = LineStart(Cursor); return true;
            case "End" or "C-e": Cursor = LineEnd(Cursor); return true;
            case "M-<" or "C-Home": Cursor = 0; return true;
            case "M->" or "C-End": Cursor = Text.Length; return true;
            case "M-b" or "C-Left": Cursor = WordStart(); return true;
            case "M-f" or "C-Right": Cursor = WordEnd(); return true;
            case "Up" or "C-p": Vertical(-1); return true;
            case "Down" or "C-n": Vertical(1); return true;
            case "C-u": Remove(LineStart(Cursor), Cursor); return true;
            case "C-k": Remove(Cursor, LineEnd(Cursor) is var end && end == Cursor ? After(Cursor) : end); return true;
            case "C-w" or "M-BSpace": Remove(WordStart(), Cursor); return true;
            case "M-d": Remove(Cursor, WordEnd()); return true;
            default: return false;
        }
    }

    private void Remove(int from, int to)
    {
        Text = Text.Remove(from, to - from);
        Cursor = from;
    }

    private void Vertical(int by)
    {
        var start = LineStart(Cursor);
        var column = Cursor - start;
        var line = by < 0 ? (start == 0 ? -1 : LineStart(start - 1)) : LineEnd(Cursor) is var end && end < Text.Length ? end + 1 : -1;
        if (line >= 0)
        {
            var wanted = Math.Min(line + column, LineEnd(line));
            Cursor = wanted < LineEnd(line) ? Boundary(wanted) : wanted;
        }
    }

    private int LineStart(int at) => at == 0 ? 0 : Text.LastIndexOf('\n', at - 1) + 1;

    private int LineEnd(int at) => Text.IndexOf('\n', at) is >= 0 and var end ? end : Text.Length;

    /// <summary>The last boundary of a cluster at or before an index.</summary>
    private int Boundary(int index)
    {
        var at = LineStart(index);
        while (at < index && at + StringInfo.GetNextTextElementLength(Text, at) is var next && next <= index)
        {
            at = next;
        }

        return at;
    }

    private int Before(int at) => at == 0 ? 0 : Text[at - 1] == '\n' ? at - 1 : Boundary(at - 1);

    private int After(int at) => at < Text.Length ? at + StringInfo.GetNextTextElementLength(Text, at) : at;

    private int WordStart()
    {
        var at = Cursor;
        while (at > 0 && char.IsWhiteSpace(Text[at - 1]))
        {
            at--;
        }

        while (at > 0 && !char.IsWhiteSpace(Text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private int WordEnd()
    {
        var at = Cursor;
        while (at < Text.Length && char.IsWhiteSpace(Text[at]))
        {
            at++;
        }

        while (at < Text.Length && !char.IsWhiteSpace(Text[at]))
        {
            at++;
        }

        return at;
    }
}
