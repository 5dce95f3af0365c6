namespace FleetTui.Console.Scrolling;

/// <summary>vi's words and WORDs over lines; a line's end parts words unless the line wraps.</summary>
internal static class WordMotions
{
    /// <summary>tmux's word-separators.</summary>
    private const string Separators = "!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~";

    private enum Sort
    {
        Blank,
        Word,
        Separator,
    }

    public static LinePosition Next(CopyText text, LinePosition at, bool spaces)
    {
        var sort = Of(text, at, spaces);
        var now = at;
        while (sort != Sort.Blank && Forward(text, now) is { } next)
        {
            var broke = Breaks(text, now, next);
            now = next;
            if (broke || Of(text, now, spaces) != sort)
            {
                break;
            }
        }

        while (Of(text, now, spaces) == Sort.Blank && Forward(text, now) is { } next)
        {
            now = next;
        }

        return now;
    }

    public static LinePosition NextEnd(CopyText text, LinePosition at, bool spaces)
    {
        if (Forward(text, at) is not { } now)
        {
            return at;
        }

        while (Of(text, now, spaces) == Sort.Blank && Forward(text, now) is { } next)
        {
            now = next;
        }

        var sort = Of(text, now, spaces);
        while (Forward(text, now) is { } next && !Breaks(text, now, next) && Of(text, next, spaces) == sort)
        {
            now = next;
        }

        return now;
    }

    public static LinePosition Previous(CopyText text, LinePosition at, bool spaces)
    {
        if (Backward(text, at) is not { } now)
        {
            return at;
        }

        while (Of(text, now, spaces) == Sort.Blank && Backward(text, now) is { } before)
        {
            now = before;
        }

        var sort = Of(text, now, spaces);
        while (sort != Sort.Blank && Backward(text, now) is { } before && !Breaks(text, before, now) && Of(text, before, spaces) == sort)
        {
            now = before;
        }

        return now;
    }

    /// <summary>The word around a place, or null on a blank.</summary>
    public static (LinePosition From, LinePosition To)? Around(CopyText text, LinePosition at, bool spaces)
    {
        var sort = Of(text, at, spaces);
        if (sort == Sort.Blank)
        {
            return null;
        }

        var (from, to) = (at, at);
        while (Backward(text, from) is { } before && !Breaks(text, before, from) && Of(text, before, spaces) == sort)
        {
            from = before;
        }

        while (Forward(text, to) is { } next && !Breaks(text, to, next) && Of(text, next, spaces) == sort)
        {
            to = next;
        }

        return (from, to);
    }

    private static Sort Of(CopyText text, LinePosition at, bool spaces)
    {
        var line = text[at.Line];
        var character = at.Column < line.Length ? line[at.Column] : ' ';
        return char.IsWhiteSpace(character) ? Sort.Blank
            : !spaces && Separators.Contains(character, StringComparison.Ordinal) ? Sort.Separator
            : Sort.Word;
    }

    private static bool Breaks(CopyText text, LinePosition from, LinePosition to) => from.Line != to.Line && !text.Wraps(from.Line);

    private static LinePosition? Forward(CopyText text, LinePosition at) =>
        at.Column + 1 < text.Length(at.Line) ? at with { Column = at.Column + 1 }
        : at.Line < text.Last ? new LinePosition(at.Line + 1, 0)
        : null;

    private static LinePosition? Backward(CopyText text, LinePosition at) =>
        at.Column > 0 ? at with { Column = at.Column - 1 }
        : at.Line > text.First && text.Has(at.Line - 1) ? new LinePosition(at.Line - 1, Math.Max(0, text.Length(at.Line - 1) - 1))
        : null;
}
