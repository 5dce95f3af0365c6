namespace FleetTui.Console.Scrolling;

/// <summary>Where a motion of copy mode leads from a place. Pure: of the text, the place and what the user sees.</summary>
internal static class Motions
{
    /// <param name="top">The first line in view.</param>
    /// <param name="height">Lines in view.</param>
    /// <returns>Null for what is no motion.</returns>
    public static LinePosition? Of(string action, CopyText text, LinePosition at, long top, int height) => action switch
    {
        "cursor-up" => at with { Line = at.Line - 1 },
        "cursor-down" => at with { Line = at.Line + 1 },
        "cursor-left" => at.Column > 0 || at.Line == text.First ? at with { Column = at.Column - 1 } : new LinePosition(at.Line - 1, Math.Max(0, text.Length(at.Line - 1) - 1)),
        "cursor-right" => at with { Column = at.Column + 1 },
        "start-of-line" => LineStart(text, at),
        "end-of-line" => LineEnd(text, at),
        "back-to-indentation" => Indent(text, at),
        "top-line" => new LinePosition(top, 0),
        "middle-line" => new LinePosition(top + ((height - 1) / 2), 0),
        "bottom-line" => new LinePosition(Math.Min(text.Last, top + height - 1), 0),
        "history-top" => new LinePosition(text.First, 0),
        "history-bottom" => new LinePosition(text.Last, 0),
        "next-word" => WordMotions.Next(text, at, spaces: false),
        "next-space" => WordMotions.Next(text, at, spaces: true),
        "next-word-end" => WordMotions.NextEnd(text, at, spaces: false),
        "next-space-end" => WordMotions.NextEnd(text, at, spaces: true),
        "previous-word" => WordMotions.Previous(text, at, spaces: false),
        "previous-space" => WordMotions.Previous(text, at, spaces: true),
        "next-paragraph" => Paragraph(text, at, 1),
        "previous-paragraph" => Paragraph(text, at, -1),
        "matching-bracket" => Brackets.Match(text, at, 0),
        "next-bracket" => Brackets.Match(text, at, 1),
        "previous-bracket" => Brackets.Match(text, at, -1),
        _ => null,
    };

    /// <summary>f F t T: a character on the line; the place itself when it is not there.</summary>
    public static LinePosition Find(CopyText text, LinePosition at, CharacterJump jump)
    {
        var line = text[at.Line];
        // Beside the character already: t again goes to the next one.
        var from = at.Column + (jump.Backward ? -1 : 1) * (jump.Short ? 2 : 1);
        var found = from < 0 || from >= line.Length ? -1
            : jump.Backward ? line.LastIndexOf(jump.Character, from)
            : line.IndexOf(jump.Character, from);
        return found < 0 ? at : at with { Column = jump.Short ? found + (jump.Backward ? 1 : -1) : found };
    }

    /// <summary>Of the whole line, wrapped rows and all.</summary>
    private static LinePosition LineStart(CopyText text, LinePosition at)
    {
        var line = at.Line;
        while (at.Column == 0 && line > text.First && text.Has(line - 1) && text.Wraps(line - 1))
        {
            line--;
        }

        return new LinePosition(line, 0);
    }

    private static LinePosition LineEnd(CopyText text, LinePosition at)
    {
        var end = Math.Max(0, text.Length(at.Line) - 1);
        var line = at.Line;
        while (at.Column >= end && line < text.Last && text.Wraps(line))
        {
            line++;
        }

        return new LinePosition(line, Math.Max(0, text.Length(line) - 1));
    }

    private static LinePosition Indent(CopyText text, LinePosition at)
    {
        var line = text[at.Line];
        var indent = line.Length - line.AsSpan().TrimStart(' ').Length;
        return at with { Column = indent < line.Length ? indent : 0 };
    }

    /// <summary>To the next empty line, or where a shell or an agent began a turn (OSC 133).</summary>
    private static LinePosition Paragraph(CopyText text, LinePosition at, int step)
    {
        var line = at.Line;
        bool Blank(long number) => text.Length(number) == 0;
        while (line + step >= text.First && line + step <= text.Last && Blank(line) && text.Has(line + step))
        {
            line += step;
            if (text.IsPrompt(line))
            {
                return new LinePosition(line, 0);
            }
        }

        while (line + step >= text.First && line + step <= text.Last && text.Has(line + step))
        {
            line += step;
            if (Blank(line) || text.IsPrompt(line))
            {
                return new LinePosition(line, 0);
            }
        }

        return line == text.Last ? new LinePosition(line, Math.Max(0, text.Length(line) - 1)) : new LinePosition(line, 0);
    }
}
