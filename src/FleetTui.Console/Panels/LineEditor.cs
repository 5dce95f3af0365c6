using System.Globalization;
using FleetTui.Console.Keys;

namespace FleetTui.Console.Panels;

/// <summary>One line of text with a cursor, edited with emacs's keys as tmux's prompt is.</summary>
public sealed class LineEditor
{
    private int _recalled = -1;

    public LineEditor(string initial)
    {
        Text = initial;
        Cursor = initial.Length;
    }

    public string Text { get; private set; }

    /// <summary>An index into <see cref="Text"/>, always between grapheme clusters.</summary>
    public int Cursor { get; private set; }

    public void Replace(string text)
    {
        Text = text;
        Cursor = text.Length;
    }

    public void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    public void Recall(IReadOnlyList<string> history, int by)
    {
        if (history.Count > 0)
        {
            _recalled = Math.Clamp(_recalled + by, -1, history.Count - 1);
            Replace(_recalled < 0 ? "" : history[_recalled]);
        }
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
            case "BSpace" or "C-h": Remove(Before(), Cursor); return true;
            case "DC" or "C-d": Remove(Cursor, After()); return true;
            case "Left" or "C-b": Cursor = Before(); return true;
            case "Right" or "C-f": Cursor = After(); return true;
            case "Home" or "C-a": Cursor = 0; return true;
            case "End" or "C-e": Cursor = Text.Length; return true;
            case "C-u": Remove(0, Cursor); return true;
            case "C-k": Remove(Cursor, Text.Length); return true;
            case "C-w" or "M-BSpace": Remove(WordStart(), Cursor); return true;
            default: return false;
        }
    }

    private void Remove(int from, int to)
    {
        Text = Text.Remove(from, to - from);
        Cursor = from;
    }

    private int Before()
    {
        var at = 0;
        while (at < Cursor)
        {
            var next = at + StringInfo.GetNextTextElementLength(Text, at);
            if (next >= Cursor)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    private int After() => Cursor < Text.Length ? Cursor + StringInfo.GetNextTextElementLength(Text, Cursor) : Cursor;

    private int WordStart()
    {
        var at = Cursor;
        while (at > 0 && Text[at - 1] == ' ')
        {
            at--;
        }

        while (at > 0 && Text[at - 1] != ' ')
        {
            at--;
        }

        return at;
    }
}
