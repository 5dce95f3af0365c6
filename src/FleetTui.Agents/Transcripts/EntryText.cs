using System.Text;
using System.Text.Json;

namespace FleetTui.Agents.Transcripts;

/// <summary>Makes what a transcript holds short and safe enough to be shown.</summary>
internal static class EntryText
{
    private const int LongestText = 64 * 1024;
    private const int LongestLine = 200;
    private const int ResultLines = 4;

    /// <summary>The argument that says most of what a tool does, the best first.</summary>
    private static readonly string[] Telling = ["command", "cmd", "file_path", "notebook_path", "path", "pattern", "query", "url", "skill", "description", "prompt", "input"];

    /// <summary>Whole, but for control characters and what is longer than anyone reads.</summary>
    public static string Whole(string text) => Clean(text.Length > LongestText ? text[..LongestText] + "\n[…]" : text).Trim('\n', ' ', '\t');

    /// <summary><c>Bash: npm test</c>.</summary>
    public static string Call(string tool, JsonElement? arguments)
    {
        var telling = arguments is { } given ? Argument(given) : "";
        return OneLine(telling.Length == 0 ? tool : $"{tool}: {telling}");
    }

    /// <summary>The first lines, and how many more there are.</summary>
    public static string Result(string text)
    {
        var lines = Clean(text).Trim('\n').Split('\n');
        var shown = string.Join('\n', lines.Take(ResultLines).Select(line => Cut(line.TrimEnd())));
        return lines.Length > ResultLines ? $"{shown}\n[+{lines.Length - ResultLines} lines]" : shown;
    }

    public static string OneLine(string text)
    {
        var clean = Clean(text).Trim();
        var end = clean.IndexOf('\n', StringComparison.Ordinal);
        return Cut(end < 0 ? clean : clean[..end].TrimEnd() + " …");
    }

    private static string Argument(JsonElement arguments)
    {
        foreach (var name in Telling)
        {
            switch (arguments.Member(name))
            {
                case { ValueKind: JsonValueKind.String } text:
                    return text.GetString()!;
                case { ValueKind: JsonValueKind.Array } words:
                    return string.Join(' ', words.EnumerateArray().Select(word => word.ToString()));
            }
        }

        return arguments.ValueKind switch
        {
            JsonValueKind.Object when !arguments.EnumerateObject().Any() => "",
            JsonValueKind.String => arguments.GetString()!,
            _ => arguments.GetRawText(),
        };
    }

    private static string Cut(string line) => line.Length <= LongestLine ? line : $"{line[..(char.IsHighSurrogate(line[LongestLine - 1]) ? LongestLine - 1 : LongestLine)]}…";

    /// <summary>Control characters would act on the terminal; escape sequences of a command's colours go as a whole.</summary>
    private static string Clean(string text)
    {
        if (!text.Any(character => char.IsControl(character) && character is not ('\n' or '\t')))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\e')
            {
                i = SequenceEnd(text, i);
            }
            else if (!char.IsControl(text[i]) || text[i] is '\n' or '\t')
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }

    /// <summary>The last character of a CSI or OSC sequence that begins here (ECMA-48, 5.4); of any other, the escape itself.</summary>
    private static int SequenceEnd(string text, int escape)
    {
        var at = escape + 2;
        if (at - 1 < text.Length && text[at - 1] == '[')
        {
            while (at < text.Length && text[at] is >= ' ' and <= '?')
            {
                at++;
            }

            return Math.Min(at, text.Length - 1);
        }

        if (at - 1 < text.Length && text[at - 1] == ']')
        {
            while (at < text.Length && text[at] is not ('\a' or '\e' or '\n'))
            {
                at++;
            }

            return at < text.Length && text[at] != '\n' ? at : at - 1;
        }

        return escape;
    }
}
