namespace FleetTui.Console.Scrolling;

/// <summary>The bracket that belongs to one: vi's <c>%</c> and emacs's <c>C-M-f</c> <c>C-M-b</c>.</summary>
internal static class Brackets
{
    private const string Open = "([{";
    private const string Close = ")]}";

    /// <summary>No pair is looked for over more lines.</summary>
    private const int Farthest = 5000;

    /// <param name="direction">1: the next opening one and its end; -1: the one before that closes, and its beginning; 0: whichever is next on the line.</param>
    public static LinePosition Match(CopyText text, LinePosition at, int direction)
    {
        var line = text[at.Line];
        for (var x = at.Column; x >= 0 && x < line.Length; x += direction < 0 ? -1 : 1)
        {
            if (direction >= 0 && Open.IndexOf(line[x], StringComparison.Ordinal) is >= 0 and var opened)
            {
                return Pair(text, at with { Column = x }, Open[opened], Close[opened], 1) ?? at;
            }

            if (direction <= 0 && Close.IndexOf(line[x], StringComparison.Ordinal) is >= 0 and var closed)
            {
                return Pair(text, at with { Column = x }, Close[closed], Open[closed], -1) ?? at;
            }
        }

        return at;
    }

    private static LinePosition? Pair(CopyText text, LinePosition from, char same, char other, int step)
    {
        var depth = 0;
        int? column = from.Column;
        for (var line = from.Line; line >= text.First && line <= text.Last && Math.Abs(line - from.Line) <= Farthest; line += step)
        {
            var row = text[line];
            if (text.Missing is not null)
            {
                return null;
            }

            for (var x = column ?? (step > 0 ? 0 : row.Length - 1); x >= 0 && x < row.Length; x += step)
            {
                depth += row[x] == same ? 1 : row[x] == other ? -1 : 0;
                if (depth == 0)
                {
                    return new LinePosition(line, x);
                }
            }

            column = null;
        }

        return null;
    }
}
