namespace FleetTui.Configuration.Toml.Syntax;

/// <summary>What a text is made of, and every line that is wrong. With errors the document is incomplete.</summary>
public sealed record TomlParseResult(TomlDocumentSyntax Document, IReadOnlyList<ConfigurationError> Errors);

/// <summary>
/// Text to syntax: everything of TOML but the rules on defining a table twice. A method that returns null has reported why.
/// After an error it goes on with the next line, unless the error lies in something that spans lines.
/// </summary>
public sealed partial class TomlParser
{
    /// <summary>Deepest nesting of arrays and inline tables, and most parts of a dotted key: so that no file can exhaust the stack.</summary>
    public const int MaximumDepth = 100;

    private const int MostErrors = 50;
    private readonly TomlSource source;
    private readonly string text;
    private readonly List<ConfigurationError> errors = [];
    private int at;
    private int depth;
    private bool mayGoOn = true;

    private TomlParser(TomlSource source)
    {
        this.source = source;
        text = source.Text;
    }

    public static TomlParseResult Parse(TomlSource source)
    {
        var parser = new TomlParser(source);
        var expressions = parser.Expressions();
        return new TomlParseResult(new TomlDocumentSyntax(source, expressions), parser.errors);
    }

    private List<TomlExpressionSyntax> Expressions()
    {
        var found = new List<TomlExpressionSyntax>();
        while (SkipBlanks())
        {
            if (TryNewline())
                continue;
            if (Current == '#')
            {
                if (!Comment())
                    NextLine();
                continue;
            }
            depth = 0;
            TomlExpressionSyntax? expression = Current == '[' ? Header() : KeyValue();
            if (expression is not null && LineEnd())
            {
                found.Add(expression);
                continue;
            }
            if (!mayGoOn || errors.Count >= MostErrors)
                break;
            NextLine();
        }
        return found;
    }

    private TomlHeaderSyntax? Header()
    {
        var start = at++;
        var isArray = Current == '[';
        if (isArray)
            at++;
        SkipBlanks();
        if (Key() is not { } key)
            return null;
        var close = isArray ? "]]" : "]";
        if (!text.AsSpan(at).StartsWith(close, StringComparison.Ordinal))
        {
            Fail(at, $"The header of {(isArray ? "an array of tables" : "a table")} ends with {close}, not with {Shown()}.");
            return null;
        }
        at += close.Length;
        return new TomlHeaderSyntax(new TextSpan(start, at), key, isArray);
    }

    private TomlKeyValueSyntax? KeyValue()
    {
        if (Key() is not { } key)
            return null;
        if (Current != '=')
        {
            Fail(at, $"Expected = after the key {text[key.Span.Start..key.Span.End]}, found {Shown()}.");
            return null;
        }
        at++;
        SkipBlanks();
        if (Value() is not { } value)
            return null;
        return new TomlKeyValueSyntax(new TextSpan(key.Span.Start, value.Span.End), key, value);
    }

    /// <summary>Also skips the blanks after it.</summary>
    private TomlKeySyntax? Key()
    {
        var start = at;
        var parts = new List<TomlKeyPartSyntax>();
        while (true)
        {
            if (KeyPart() is not { } part)
                return null;
            parts.Add(part);
            if (parts.Count > MaximumDepth)
            {
                Fail(at, $"A key has at most {MaximumDepth} parts.");
                return null;
            }
            SkipBlanks();
            if (Current != '.')
                return new TomlKeySyntax(new TextSpan(start, part.Span.End), parts);
            at++;
            SkipBlanks();
        }
    }

    private TomlKeyPartSyntax? KeyPart()
    {
        var start = at;
        if (Current is '"' or '\'')
        {
            if (text.AsSpan(at).StartsWith("\"\"\"", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("'''", StringComparison.Ordinal))
            {
                Fail(at, "A key cannot be a multi-line string.");
                return null;
            }
            var name = Current == '"' ? BasicString() : LiteralString();
            return name is null ? null : new TomlKeyPartSyntax(new TextSpan(start, at), name);
        }
        while (IsBareKey(Current))
            at++;
        if (at > start)
            return new TomlKeyPartSyntax(new TextSpan(start, at), text[start..at]);
        Fail(at, $"Expected a key, found {Shown()}.", Current > '\x7f' ? "put the key into quotes" : null);
        return null;
    }

    private static bool IsBareKey(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
