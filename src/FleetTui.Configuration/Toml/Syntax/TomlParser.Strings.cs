using System.Globalization;
using System.Text;

namespace FleetTui.Configuration.Toml.Syntax;

/// <summary>The four kinds of string. A line ending inside one reads as U+000A, whatever the file uses.</summary>
public sealed partial class TomlParser
{
    private string? String()
    {
        var quote = Current;
        var opening = text.AsSpan(at);
        if (opening.StartsWith("\"\"\"", StringComparison.Ordinal) || opening.StartsWith("'''", StringComparison.Ordinal))
            return MultiLineString(quote);
        return quote == '"' ? BasicString() : LiteralString();
    }

    private string? LiteralString()
    {
        var start = at++;
        while (Current != '\'')
        {
            if (!InsideLine(start))
                return null;
            at++;
        }
        return text[(start + 1)..at++];
    }

    private string? BasicString()
    {
        var start = at++;
        var content = new StringBuilder();
        while (Current != '"')
        {
            if (!InsideLine(start))
                return null;
            if (Current != '\\')
                content.Append(text[at++]);
            else if (!Escape(content))
                return null;
        }
        at++;
        return content.ToString();
    }

    private bool InsideLine(int start)
    {
        if (!AtEnd && !AtNewline && !IsControl(Current))
            return true;
        if (AtEnd || AtNewline)
            Fail(start, $"The string has no closing {text[start]} on its line.");
        else
            Fail(at, $"A string cannot contain {Shown()}.", text[start] == '"' ? $"write it \\u{(int)Current:X4}" : null);
        return false;
    }

    private string? MultiLineString(char quote)
    {
        var start = at;
        var couldGoOn = mayGoOn;
        mayGoOn = false;
        at += 3;
        TryNewline();
        var content = new StringBuilder();
        while (true)
        {
            if (AtEnd)
            {
                Fail(start, $"The multi-line string has no closing {new string(quote, 3)}.");
                return null;
            }
            if (Current == quote)
            {
                if (!Closing(quote, content))
                    continue;
                mayGoOn = couldGoOn;
                return content.ToString();
            }
            if (TryNewline())
                content.Append('\n');
            else if (IsControl(Current))
            {
                Fail(at, $"A string cannot contain {Shown()}.", quote == '"' ? $"write it \\u{(int)Current:X4}" : null);
                return null;
            }
            else if (Current != '\\' || quote == '\'')
                content.Append(text[at++]);
            else if (!LineContinuation() && !Escape(content))
                return null;
        }
    }

    /// <summary>A run of quotes: up to two are content; three close, and up to two more before them are content.</summary>
    private bool Closing(char quote, StringBuilder content)
    {
        var run = 0;
        while (run < 5 && at + run < text.Length && text[at + run] == quote)
            run++;
        at += run;
        content.Append(quote, run >= 3 ? run - 3 : run);
        return run >= 3;
    }

    /// <summary>A backslash that ends its line takes with it all blanks and line endings up to the next character.</summary>
    private bool LineContinuation()
    {
        var start = at++;
        SkipBlanks();
        if (!TryNewline())
        {
            at = start;
            return false;
        }
        do
        {
            SkipBlanks();
        }
        while (TryNewline());
        return true;
    }

    private bool Escape(StringBuilder content)
    {
        var start = at++;
        var letter = Current;
        char? simple = letter switch
        {
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'f' => '\f',
            'r' => '\r',
            '"' => '"',
            '\\' => '\\',
            _ => null,
        };
        if (simple is { } character)
        {
            content.Append(character);
            at++;
            return true;
        }
        var length = letter switch { 'u' => 4, 'U' => 8, _ => 0 };
        if (length == 0)
        {
            Fail(start, AtEnd || AtNewline ? "A backslash cannot end this line." : $"\\{Shown()} is not an escape.", "a backslash itself is written \\\\, or use '…'");
            return false;
        }
        at++;
        var digits = text.AsSpan(at, Math.Min(length, text.Length - at));
        foreach (var c in digits)
        {
            if (!char.IsAsciiHexDigit(c))
                digits = [];
        }
        if (digits.Length < length)
        {
            Fail(start, $"\\{letter} is followed by {length} hexadecimal digits.");
            return false;
        }
        var code = uint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (!Rune.IsValid(code))
        {
            Fail(start, $"\\{letter}{digits} is not a Unicode character.");
            return false;
        }
        content.Append(new Rune(code).ToString());
        at += length;
        return true;
    }
}
