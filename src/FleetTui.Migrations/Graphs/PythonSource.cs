using System.Buffers;

namespace FleetTui.Migrations.Graphs;

/// <summary>
/// Finds what Python source assigns to a name, as far as it is written with literal strings. Nothing is run: comments, strings of every prefix, brackets,
/// annotations and lines that go on are told apart as in the language reference, chapter 2 (lexical analysis).
/// </summary>
internal sealed class PythonSource(string text)
{
    private static readonly SearchValues<char> Prefixes = SearchValues.Create("rRbBuUfF");

    private int at;
    private int depth;

    /// <summary>The first assignment to the name that begins a line, whatever it is indented by; null when there is none.</summary>
    public static PythonValue? Assigned(string text, string name) => new PythonSource(text).Find(name);

    private PythonValue? Find(string name)
    {
        var fresh = true; // nothing but blanks since the statement began
        while (at < text.Length)
        {
            var c = text[at];
            if (c is '\n' or ';')
            {
                fresh = depth == 0;
                at++;
            }
            else if (IsNameStart(c))
            {
                var word = Word();
                if (Quote() is not null && IsPrefix(word)) Skip();
                else if (fresh && depth == 0 && word.SequenceEqual(name) && Equals()) return Value();
                fresh = false;
            }
            else if (c is ' ' or '\t' or '\r') at++;
            else
            {
                fresh = false;
                Skip();
            }
        }

        return null;
    }

    /// <summary>Behind the name: over an annotation to the single =.</summary>
    private bool Equals()
    {
        var before = (at, depth);
        while (at < text.Length && !(depth == 0 && text[at] is '\n' or ';' or '#'))
        {
            if (depth == 0 && text[at] == '=')
            {
                if (at + 1 < text.Length && text[at + 1] == '=') break;
                at++;
                return true;
            }

            if (depth == 0 && at == before.at && text[at] is not (':' or ' ' or '\t')) break; // a call, an attribute, +=
            Skip();
        }

        (at, depth) = before;
        return false;
    }

    private PythonValue Value()
    {
        var groups = new List<List<PythonString>>();
        var open = new Stack<List<PythonString>>();
        open.Push([]);
        groups.Add(open.Peek());
        while (at < text.Length && !(depth == 0 && text[at] is '\n' or ';'))
        {
            if (text[at] is '(' or '[' or '{')
            {
                open.Push([]);
                groups.Add(open.Peek());
                Skip();
            }
            else if (text[at] is ')' or ']' or '}')
            {
                if (open.Count > 1) open.Pop();
                Skip();
            }
            else if (Skip() is { } found) open.Peek().Add(found);
        }

        return new([.. groups.Where(static group => group.Count > 0)]);
    }

    /// <summary>Goes over one thing: a string (which is returned), a comment, a bracket, a word, a character.</summary>
    private PythonString? Skip()
    {
        var c = text[at];
        if (c == '#')
        {
            while (at < text.Length && text[at] != '\n') at++;
            return null;
        }

        if (Quote() is { } quote) return String(quote);
        if (IsNameStart(c))
        {
            var word = Word();
            return IsPrefix(word) && Quote() is { } prefixed ? String(prefixed) : null;
        }

        if (c is '(' or '[' or '{') depth++;
        if (c is ')' or ']' or '}' && depth > 0) depth--;
        at += c == '\\' && at + 1 < text.Length ? text.AsSpan(at).StartsWith("\\\r\n") ? 3 : 2 : 1;
        return null;
    }

    private PythonString String(string quote)
    {
        var begin = at += quote.Length;
        while (at < text.Length && !text.AsSpan(at).StartsWith(quote) && !(quote.Length == 1 && text[at] == '\n')) at += text[at] == '\\' ? 2 : 1;
        at = Math.Min(at, text.Length);
        var found = new PythonString(text[begin..at], begin);
        at = Math.Min(at + quote.Length, text.Length);
        return found;
    }

    private string? Quote() => at >= text.Length || text[at] is not ('\'' or '"') ? null
        : text[at] == '"' ? text.AsSpan(at).StartsWith("\"\"\"") ? "\"\"\"" : "\""
        : text.AsSpan(at).StartsWith("'''") ? "'''" : "'";

    private ReadOnlySpan<char> Word()
    {
        var begin = at;
        while (at < text.Length && (IsNameStart(text[at]) || char.IsAsciiDigit(text[at]))) at++;
        return text.AsSpan(begin, at - begin);
    }

    private static bool IsPrefix(ReadOnlySpan<char> word) => word.Length <= 2 && !word.ContainsAnyExcept(Prefixes);

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';
}

/// <summary>The literal strings of a value, those of each pair of brackets by themselves, in the order in which the brackets open.</summary>
internal sealed record PythonValue(IReadOnlyList<IReadOnlyList<PythonString>> Groups)
{
    public IEnumerable<PythonString> Strings => Groups.SelectMany(static group => group);
}

/// <param name="Text">As written between the quotes.</param>
/// <param name="At">Where that begins.</param>
internal sealed record PythonString(string Text, int At);
