using FleetTui.Configuration.Toml.Syntax;

namespace FleetTui.Configuration.Toml.Editing;

public sealed partial class TomlEditor
{
    /// <summary>Where one element of <c>[[array]]</c> stands: the comment lines directly above its header, and all its lines.</summary>
    private sealed record Element(int Start, int End, string? Id, IReadOnlyList<TomlKeyValueSyntax> Keys);

    /// <summary>Adds an element behind the last one of <c>[[array]]</c>, with its equals signs lined up as that one's are.</summary>
    /// <returns>False when the array is written inline, as <c>array = [...]</c>.</returns>
    public bool AddElement(string array, IReadOnlyList<KeyValuePair<string, TomlValue>> keys)
    {
        if (IsInline(array))
            return false;

        var last = Elements(array, "").LastOrDefault();
        var width = last is null ? 0 : AlignedWidth(last.Keys);
        var body = keys.Select(pair => $"{TomlWriter.Key(pair.Key).PadRight(width)} = {TomlWriter.Value(pair.Value)}");
        var text = string.Join(Newline, body.Prepend($"[[{TomlWriter.Key(array)}]]"));
        if (last is null)
        {
            Append(text);
            return true;
        }

        var before = last.End > 0 && Text[last.End - 1] == '\n' ? Newline : Newline + Newline;
        Splice(new TextSpan(last.End, last.End), before + text + Newline);
        return true;
    }

    /// <summary>Takes out the element of <c>[[array]]</c> whose key <paramref name="by"/> is <paramref name="id"/>, with the comment lines directly above it.</summary>
    /// <param name="text">What was taken out, for <see cref="PutElement"/>.</param>
    /// <param name="before">The id of the element behind it; null when it was the last.</param>
    /// <returns>False when there is no such element, or the array is written inline.</returns>
    public bool RemoveElement(string array, string by, string id, out string text, out string? before)
    {
        var elements = Elements(array, by);
        var index = elements.FindIndex(element => element.Id == id);
        (text, before) = ("", null);
        if (index < 0)
            return false;

        var (start, end) = (elements[index].Start, elements[index].End);
        before = index + 1 < elements.Count ? elements[index + 1].Id : null;

        // One of the blank lines around it goes with it.
        if (before is not null && IsBlank(end))
            end = NextLine(end);
        else if (before is null && start > 0 && LineStart(start - 1) is var above && IsBlank(above))
            start = above;
        text = Text[start..end];
        Splice(new TextSpan(start, end), "");
        return true;
    }

    /// <summary>Puts back what <see cref="RemoveElement"/> took out: before the element it stood before, or behind the last.</summary>
    /// <param name="text">Whole lines.</param>
    /// <returns>False when the document would not be valid with it, or there is no such element to put it before.</returns>
    public bool PutElement(string array, string by, string text, string? before)
    {
        var elements = Elements(array, by);
        if (before is not null && elements.All(element => element.Id != before))
            return false;

        var at = before is not null ? elements.First(element => element.Id == before).Start : elements.Count > 0 ? elements[^1].End : Text.Length;
        var line = at > 0 && Text[at - 1] != '\n' ? Newline : "";
        var bytes = document.Source.Encode(string.Concat(Text.AsSpan(0, at), line, text, Text.AsSpan(at)));
        if (TomlReader.Instance.Read(bytes, document.Source.File).Errors.Count > 0)
            return false;

        Splice(new TextSpan(at, at), line + text);
        return true;
    }

    private bool IsInline(string array) => document.Expressions.TakeWhile(expression => expression is TomlKeyValueSyntax).Any(key => TomlPlaces.Names(key.Key).SequenceEqual([array]));

    private List<Element> Elements(string array, string by)
    {
        var (found, all) = (new List<Element>(), document.Expressions);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] is not TomlHeaderSyntax { IsArray: true } header || !TomlPlaces.Names(header.Key).SequenceEqual([array]))
                continue;

            var (last, keys, own) = (i, new List<TomlKeyValueSyntax>(), true);
            for (; last + 1 < all.Count && (all[last + 1] is not TomlHeaderSyntax next || IsBelow(next, array)); last++)
            {
                own &= all[last + 1] is TomlKeyValueSyntax;
                if (own)
                    keys.Add((TomlKeyValueSyntax)all[last + 1]);
            }

            var id = keys.Find(key => TomlPlaces.Names(key.Key).SequenceEqual([by]))?.Value is TomlScalarSyntax { Value: TomlString value } ? value.Value : null;
            found.Add(new Element(AboveComments(LineStart(header.Span.Start), i > 0 ? NextLine(all[i - 1].Span.End) : 0), NextLine(all[last].Span.End), id, keys));
        }

        return found;
    }

    private static bool IsBelow(TomlHeaderSyntax header, string array) => header.Key.Parts.Count > 1 && header.Key.Parts[0].Name == array;

    /// <summary>The begin of the comment lines that end where a line begins. What stands at the top of the file is about the file.</summary>
    private int AboveComments(int line, int least)
    {
        var at = line;
        while (at > least && LineStart(at - 1) is var above && above >= least && Text.AsSpan(above, at - above).TrimStart() is ['#', ..])
            at = above;
        return at == 0 ? line : at;
    }

    private bool IsBlank(int line) => line < Text.Length && Text.AsSpan(line, NextLine(line) - line).IsWhiteSpace();
}
