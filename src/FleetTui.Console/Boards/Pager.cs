using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;

namespace FleetTui.Console.Boards;

/// <summary>Where one is in a text of rows: down, sideways, from hunk to hunk. Keeps the rows of what is shown, since words are compared to make them.</summary>
internal sealed class Pager
{
    private const int Sideways = 8;

    private IReadOnlyList<PageRow> _rows = [];
    private (object? Of, int Width, Theme? Theme) _made;
    private int _top;
    private int _left;
    private int _height = 1;

    public IReadOnlyList<PageRow> Rows(object of, Rect place, ConsoleModel model, Func<IReadOnlyList<PageRow>> make)
    {
        _height = Math.Max(1, place.Height);
        if (!ReferenceEquals(_made.Of, of) || _made.Width != place.Width || _made.Theme != model.Theme)
        {
            (_made, _rows) = ((of, place.Width, model.Theme), make());
        }

        return _rows;
    }

    public void Begin() => (_top, _left) = (0, 0);

    public void Draw(Canvas canvas, IReadOnlyList<PageRow> rows, ConsoleModel model)
    {
        _top = Math.Clamp(_top, 0, Math.Max(0, rows.Count - _height));
        for (var y = 0; y < canvas.Height && _top + y < rows.Count; y++)
        {
            var row = rows[_top + y];
            var x = canvas.Text(0, y, row.Gutter, model.Theme.Border);
            var skip = _left;
            foreach (var piece in row.Text)
            {
                x = Text(canvas.Part(new Rect(0, y, canvas.Width - 1, 1)), x, piece.Text, piece.Style, ref skip);
            }
        }

        ScrollBar.Draw(canvas.Part(new Rect(canvas.Width - 1, 0, 1, canvas.Height)), _top, rows.Count, model);
    }

    public bool Press(KeyStroke key)
    {
        switch (key.ToString())
        {
            case "Down" or "j":
                Scroll(1);
                return true;
            case "Up" or "k":
                Scroll(-1);
                return true;
            case "PgDn" or "Space" or "C-f":
                Scroll(Math.Max(1, _height - 1));
                return true;
            case "PgUp" or "C-b":
                Scroll(-Math.Max(1, _height - 1));
                return true;
            case "Home" or "g":
                Begin();
                return true;
            case "End" or "G":
                Scroll(_rows.Count);
                return true;
            case "Right":
                _left += Sideways;
                return true;
            case "Left":
                _left = Math.Max(0, _left - Sideways);
                return true;
            case "]":
                Hunk(1);
                return true;
            case "[":
                Hunk(-1);
                return true;
            default:
                return false;
        }
    }

    public void Scroll(int by) => _top = Math.Clamp(_top + by, 0, Math.Max(0, _rows.Count - _height));

    private void Hunk(int by)
    {
        for (var at = _top + by; at >= 0 && at < _rows.Count; at += by)
        {
            if (_rows[at].BeginsHunk)
            {
                _top = at;
                return;
            }
        }

        _top = by > 0 ? _top : 0;
    }

    private static int Text(Canvas line, int x, string text, Terminal.Cells.CellStyle style, ref int skip)
    {
        var at = 0;
        while (skip > 0 && at < text.Length)
        {
            at += TextWidth.Next(text.AsSpan(at), out var cells);
            skip -= cells;
        }

        return line.Text(x, 0, text[at..], style);
    }
}
