using System.Text;
using FleetTui.Configuration.Toml.Syntax;

namespace FleetTui.Configuration.Toml.Editing;

/// <summary>
/// Changes single values of a valid document and leaves every other byte as it was: comments, blanks, order, line endings, byte order mark.
/// Not for threads to share.
/// </summary>
public sealed partial class TomlEditor
{
    private TomlDocumentSyntax document;

    private TomlEditor(TomlDocumentSyntax document) => this.document = document;

    private string Text => document.Source.Text;

    /// <returns>Null, with the errors, when the document is not valid.</returns>
    public static TomlEditor? Open(ReadOnlySpan<byte> utf8, string file, out IReadOnlyList<ConfigurationError> errors)
    {
        errors = TomlReader.Instance.Read(utf8, file).Errors;
        return errors.Count > 0 ? null : new TomlEditor(TomlParser.Parse(TomlSource.TryDecode(utf8, file, out _)!).Document);
    }

    public byte[] ToBytes() => document.Source.Encode(Text);

    /// <summary>Gives a key of a table (empty path: the top of the file) a value; what is not there yet is added.</summary>
    /// <exception cref="InvalidOperationException">The path leads to something else than a table.</exception>
    public void Set(IReadOnlyList<string> table, string key, TomlValue value)
    {
        if (new TomlPlaces(document).Table(table) is { } place)
            Set(place, key, value);
        else
            Append($"[{string.Join('.', table.Select(TomlWriter.Key))}]{Newline}{TomlWriter.Key(key)} = {TomlWriter.Value(value)}");
    }

    /// <summary>The same in the element of <c>[[array]]</c> whose key <paramref name="by"/> is <paramref name="id"/>.</summary>
    /// <returns>False when there is no such element.</returns>
    public bool SetInElement(string array, string by, string id, string key, TomlValue value)
    {
        if (new TomlPlaces(document).Element(array, by, id) is not { } place)
            return false;
        Set(place, key, value);
        return true;
    }

    /// <summary>Whether that element is there and has the key.</summary>
    public bool HasInElement(string array, string by, string id, string key) =>
        new TomlPlaces(document).Element(array, by, id) is { } place && TomlPlaces.Key(place, key) is not null;

    /// <summary>Takes a key out, with the rest of its line.</summary>
    /// <returns>False when it is not there.</returns>
    public bool Remove(IReadOnlyList<string> table, string key) =>
        new TomlPlaces(document).Table(table) is { } place && Remove(place, key);

    /// <inheritdoc cref="Remove(IReadOnlyList{string}, string)"/>
    public bool RemoveInElement(string array, string by, string id, string key) =>
        new TomlPlaces(document).Element(array, by, id) is { } place && Remove(place, key);

    private string Newline => Text.IndexOf('\n', StringComparison.Ordinal) is var first and > 0 && Text[first - 1] == '\r' ? "\r\n" : "\n";

    private void Set(TomlPlace place, string key, TomlValue value)
    {
        if (TomlPlaces.Key(place, key) is { } present)
            Splice(present.Value.Span, LikeBefore(Text.AsSpan(present.Value.Span.Start, 1), value));
        else if (place is TomlPlace.Section section)
            AddLine(section, key, TomlWriter.Value(value));
        else
            AddInline((TomlPlace.Inline)place, $"{Name(place, key)} = {TomlWriter.Value(value)}");
    }

    /// <summary>A string in single quotes stays in them where it can.</summary>
    private static string LikeBefore(ReadOnlySpan<char> first, TomlValue value) =>
        first is "'" && value is TomlString text && !text.Value.Any(c => c == '\'' || (char.IsControl(c) && c != '\t'))
            ? $"'{text.Value}'"
            : TomlWriter.Value(value);

    private void AddLine(TomlPlace.Section section, string key, string value)
    {
        var width = AlignedWidth(section.Keys);
        var line = $"{Name(section, key).PadRight(width)} = {value}";
        var anchor = section.Keys.Count > 0 ? section.Keys[^1] : (TomlExpressionSyntax?)section.Header;
        if (anchor is null)
        {
            var top = AfterLeadingComments();
            Splice(new TextSpan(top, top), top == Text.Length && top > 0 && Text[^1] != '\n' ? Newline + line : line + Newline);
            return;
        }
        var indent = anchor is TomlHeaderSyntax ? "" : Text[LineStart(anchor.Span.Start)..anchor.Span.Start];
        var end = NextLine(anchor.Span.End);
        var hasNewline = end > 0 && Text[end - 1] == '\n';
        Splice(new TextSpan(end, end), hasNewline ? indent + line + Newline : Newline + indent + line);
    }

    /// <summary>Length that keys are padded to when a section lines its equals signs up; else 0.</summary>
    private static int AlignedWidth(IReadOnlyList<TomlKeyValueSyntax> keys)
    {
        var widths = keys.Select(key => key.Value.Span.Start - key.Key.Span.Start).Distinct().ToList();
        return widths.Count == 1 && keys.Select(key => key.Key.Span.Length).Distinct().Count() > 1 ? widths[0] - " = ".Length : 0;
    }

    private void AddInline(TomlPlace.Inline place, string entry)
    {
        if (place.Keys.Count == 0)
            Splice(place.Table.Span, $"{{ {entry} }}");
        else
            Splice(new TextSpan(place.Keys[^1].Span.End, place.Keys[^1].Span.End), ", " + entry);
    }

    private static string Name(TomlPlace place, string key) => string.Join('.', place.Prefix.Append(key).Select(TomlWriter.Key));

    private bool Remove(TomlPlace place, string key)
    {
        if (TomlPlaces.Key(place, key) is not { } present)
            return false;
        if (place is TomlPlace.Inline { Table: var table })
        {
            var index = table.Entries.ToList().IndexOf(present);
            var start = index > 0 ? table.Entries[index - 1].Span.End : present.Span.Start;
            var end = index == 0 && table.Entries.Count > 1 ? table.Entries[1].Span.Start : present.Span.End;
            Splice(new TextSpan(start, end), "");
            return true;
        }
        Splice(new TextSpan(LineStart(present.Span.Start), NextLine(present.Span.End)), "");
        return true;
    }

    private void Append(string section)
    {
        var before = Text.Length == 0 ? "" : Text[^1] == '\n' ? Newline : Newline + Newline;
        Splice(new TextSpan(Text.Length, Text.Length), before + section + Newline);
    }

    private int LineStart(int offset) => offset == 0 ? 0 : Text.LastIndexOf('\n', offset - 1) + 1;

    private int NextLine(int offset) => Text.IndexOf('\n', offset) is var end and >= 0 ? end + 1 : Text.Length;

    private int AfterLeadingComments()
    {
        var at = 0;
        while (at < Text.Length && Text[at] == '#')
            at = NextLine(at);
        return at;
    }

    private void Splice(TextSpan span, string replacement)
    {
        var text = string.Concat(Text.AsSpan(0, span.Start), replacement, Text.AsSpan(span.End));
        var bytes = document.Source.Encode(text);
        var file = document.Source.File;
        // An edit that breaks the document is a bug here, never something to write to a user's file.
        if (TomlReader.Instance.Read(bytes, file).Errors is [var error, ..])
            throw new InvalidOperationException($"The edit made the document invalid: {error}\n{Encoding.UTF8.GetString(bytes)}");
        document = TomlParser.Parse(TomlSource.TryDecode(bytes, file, out _)!).Document;
    }
}
