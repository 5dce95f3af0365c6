namespace FleetTui.Configuration.Toml.Syntax;

/// <summary>Characters, blanks, comments, line endings and the reporting of errors.</summary>
public sealed partial class TomlParser
{
    /// <summary>U+0000 at the end, where no valid document has one.</summary>
    private char Current => at < text.Length ? text[at] : '\0';

    private bool AtEnd => at >= text.Length;

    private bool AtNewline => Current == '\n' || (Current == '\r' && at + 1 < text.Length && text[at + 1] == '\n');

    /// <returns>False at the end of the text.</returns>
    private bool SkipBlanks()
    {
        while (Current is ' ' or '\t')
            at++;
        return !AtEnd;
    }

    private bool TryNewline()
    {
        if (!AtNewline)
            return false;
        at += Current == '\r' ? 2 : 1;
        return true;
    }

    private void NextLine()
    {
        while (!AtEnd && !AtNewline)
            at++;
        TryNewline();
    }

    private bool LineEnd()
    {
        SkipBlanks();
        if (Current == '#' && !AtEnd && !Comment())
            return false;
        if (AtEnd || TryNewline())
            return true;
        Fail(at, $"Expected the end of the line, found {Shown()}.");
        return false;
    }

    /// <summary>Up to, not including, the end of the line.</summary>
    private bool Comment()
    {
        while (!AtEnd && !AtNewline)
        {
            if (IsControl(Current))
            {
                Fail(at, $"A comment cannot contain {Shown()}.");
                return false;
            }
            at++;
        }
        return true;
    }

    /// <summary>Blanks, comments and line ends, as between the values of an array.</summary>
    private bool SkipLines()
    {
        while (SkipBlanks())
        {
            if (TryNewline())
                continue;
            if (Current != '#')
                return true;
            if (!Comment())
                return false;
        }
        return true;
    }

    /// <summary>What TOML lets nowhere stand: control characters but the tab. A line ending is told apart before this is asked.</summary>
    private static bool IsControl(char c) => (c < ' ' && c != '\t') || c == '\x7f';

    private string Shown() => ShownAt(at);

    private string ShownAt(int offset)
    {
        if (offset >= text.Length)
            return "the end of the file";
        var c = text[offset];
        if (c == '\n' || (c == '\r' && offset + 1 < text.Length && text[offset + 1] == '\n'))
            return "the end of the line";
        if (c == '\r')
            return "a carriage return without a line feed";
        if (IsControl(c))
            return $"the control character U+{(int)c:X4}";
        return char.IsHighSurrogate(c) ? text.Substring(offset, 2) : c == '\t' ? "a tab" : c.ToString();
    }

    private void Fail(int offset, string message, string? fix = null) =>
        errors.Add(new ConfigurationError(source.PositionAt(Math.Min(offset, text.Length)), message, fix));
}
