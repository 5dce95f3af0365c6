namespace FleetTui.Configuration.Toml.Syntax;

/// <summary>Values; strings, numbers and date-times have their own files.</summary>
public sealed partial class TomlParser
{
    private TomlValueSyntax? Value()
    {
        var start = at;
        switch (Current)
        {
            case '"' or '\'':
                var content = String();
                return content is null ? null : Scalar(start, new TomlString(content, source.PositionAt(start)));
            case '[':
                return Nested(Array);
            case '{':
                return Nested(InlineTable);
            default:
                return Word();
        }
    }

    private TomlScalarSyntax Scalar(int start, TomlValue value) => new(new TextSpan(start, at), value);

    private TomlValueSyntax? Nested(Func<TomlValueSyntax?> read)
    {
        if (++depth > MaximumDepth)
        {
            mayGoOn = false;
            Fail(at, $"Values are nested more than {MaximumDepth} deep.");
            return null;
        }
        var value = read();
        depth--;
        return value;
    }

    private TomlArraySyntax? Array()
    {
        var start = at++;
        var items = new List<TomlValueSyntax>();
        var couldGoOn = mayGoOn;
        mayGoOn = false;
        while (SkipLines())
        {
            if (AtEnd)
            {
                Fail(start, "The array has no closing ].");
                return null;
            }
            if (Current == ']')
                return CloseArray();
            if (Value() is not { } item || !SkipLines())
                return null;
            items.Add(item);
            if (Current == ',')
                at++;
            else if (!AtEnd && Current != ']')
            {
                Fail(at, $"Expected , or ] after a value of the array, found {Shown()}.");
                return null;
            }
        }
        return null;

        TomlArraySyntax CloseArray()
        {
            at++;
            mayGoOn = couldGoOn;
            return new TomlArraySyntax(new TextSpan(start, at), items);
        }
    }

    private TomlInlineTableSyntax? InlineTable()
    {
        var start = at++;
        var entries = new List<TomlKeyValueSyntax>();
        SkipBlanks();
        while (Current != '}')
        {
            if (KeyValue() is not { } entry)
                return null;
            entries.Add(entry);
            SkipBlanks();
            if (Current == '}')
                break;
            if (Current != ',')
            {
                Fail(at, $"Expected , or }} after a value of the inline table, found {Shown()}.", AtNewline ? "an inline table stays on one line" : null);
                return null;
            }
            var comma = at++;
            SkipBlanks();
            if (Current != '}')
                continue;
            Fail(comma, "An inline table has no comma after its last value.", "remove the comma");
            return null;
        }
        at++;
        return new TomlInlineTableSyntax(new TextSpan(start, at), entries);
    }

    /// <summary>true, false, a number or a date-time.</summary>
    private TomlScalarSyntax? Word()
    {
        var start = at;
        while (IsWord(Current))
            at++;
        // A date and its time may be parted by one space.
        if (at - start == 10 && Current == ' ' && at + 3 < text.Length && text[start + 4] == '-' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && text[at + 3] == ':')
        {
            at++;
            while (IsWord(Current))
                at++;
        }
        if (at == start)
        {
            Fail(at, $"Expected a value, found {Shown()}.");
            return null;
        }
        var word = text.AsSpan(start, at - start);
        var position = source.PositionAt(start);
        if (word is "true" or "false")
            return Scalar(start, new TomlBoolean(word is "true", position));
        var reading = TomlDates.LooksLikeOne(word) ? TomlDates.Read(word, position) : TomlNumbers.Read(word, position);
        if (reading.Value is { } value)
            return Scalar(start, value);
        Fail(start, reading.Problem!, reading.Fix);
        return null;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+' or '.' or ':';
}
