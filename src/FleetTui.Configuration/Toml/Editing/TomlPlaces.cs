using FleetTui.Configuration.Toml.Syntax;

namespace FleetTui.Configuration.Toml.Editing;

/// <summary>Finds tables and keys in a syntax tree.</summary>
internal sealed class TomlPlaces
{
    private readonly List<TomlPlace.Section> sections = [];

    public TomlPlaces(TomlDocumentSyntax document)
    {
        TomlHeaderSyntax? header = null;
        var keys = new List<TomlKeyValueSyntax>();
        foreach (var expression in document.Expressions)
        {
            if (expression is TomlKeyValueSyntax key)
            {
                keys.Add(key);
                continue;
            }
            sections.Add(new TomlPlace.Section(header, keys, []));
            (header, keys) = ((TomlHeaderSyntax)expression, []);
        }
        sections.Add(new TomlPlace.Section(header, keys, []));
    }

    /// <summary>The table of that name that is no element of an array; null when nothing of it is there.</summary>
    public TomlPlace? Table(IReadOnlyList<string> path)
    {
        if (path.Count == 0)
            return sections[0];
        var byHeader = sections.Find(section => section.Header is { IsArray: false } header && Names(header.Key).SequenceEqual(path));
        if (byHeader is not null)
            return byHeader;
        return sections
            .Where(section => section.Header is not { IsArray: true })
            .Select(section => Below(section, HeaderPath(section), path))
            .FirstOrDefault(place => place is not null);
    }

    /// <summary>The element, of the array of tables at the top called <paramref name="array"/>, whose key <paramref name="by"/> is the string <paramref name="id"/>.</summary>
    public TomlPlace? Element(string array, string by, string id)
    {
        foreach (var section in sections)
        {
            if (section.Header is { IsArray: true } header && Names(header.Key).SequenceEqual([array]) && section.Keys.Any(key => Is(key, by, id)))
                return section;
        }
        var elements = sections[0].Keys.FirstOrDefault(key => Names(key.Key).SequenceEqual([array]))?.Value as TomlArraySyntax;
        var found = elements?.Items.OfType<TomlInlineTableSyntax>().FirstOrDefault(table => table.Entries.Any(key => Is(key, by, id)));
        return found is null ? null : new TomlPlace.Inline(found, found.Entries, []);
    }

    /// <summary>The key of that name directly in a place.</summary>
    public static TomlKeyValueSyntax? Key(TomlPlace place, string name) =>
        place.Keys.FirstOrDefault(key => Names(key.Key).SequenceEqual([.. place.Prefix, name]));

    public static IEnumerable<string> Names(TomlKeySyntax key) => key.Parts.Select(part => part.Name);

    /// <summary>Looks for a table among the keys of another one, whose path is <paramref name="above"/>.</summary>
    private static TomlPlace? Below(TomlPlace place, List<string> above, IReadOnlyList<string> path)
    {
        if (above.Count >= path.Count || !path.Take(above.Count).SequenceEqual(above))
            return null;
        string[] rest = [.. path.Skip(above.Count)];
        var dotted = place.Keys.Where(key => key.Key.Parts.Count > rest.Length && Names(key.Key).Take(rest.Length).SequenceEqual(rest)).ToList();
        if (dotted.Count > 0)
        {
            return place is TomlPlace.Section section
                ? new TomlPlace.Section(section.Header, dotted, rest)
                : new TomlPlace.Inline(((TomlPlace.Inline)place).Table, dotted, rest);
        }
        foreach (var key in place.Keys)
        {
            if (key.Value is not TomlInlineTableSyntax table)
                continue;
            List<string> full = [.. above, .. Names(key.Key)];
            var inline = new TomlPlace.Inline(table, table.Entries, []);
            if (full.SequenceEqual(path))
                return inline;
            if (Below(inline, full, path) is { } found)
                return found;
        }
        return null;
    }

    private static List<string> HeaderPath(TomlPlace.Section section) => section.Header is null ? [] : [.. Names(section.Header.Key)];

    private static bool Is(TomlKeyValueSyntax key, string name, string value) =>
        Names(key.Key).SequenceEqual([name]) && key.Value is TomlScalarSyntax { Value: TomlString text } && text.Value == value;
}
