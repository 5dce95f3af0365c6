using System.Diagnostics.CodeAnalysis;

namespace FleetTui.Configuration.Toml;

/// <summary>A key of a table, where it was first written, and its value.</summary>
public sealed record TomlEntry(string Name, SourcePosition Position, TomlValue Value);

/// <summary>A table: entries in the order of the text, names unique.</summary>
public sealed record TomlTable : TomlValue
{
    private readonly Dictionary<string, TomlEntry> byName = new(StringComparer.Ordinal);

    public TomlTable(SourcePosition position, IReadOnlyList<TomlEntry> entries)
        : base(position)
    {
        Entries = entries;
        foreach (var entry in entries)
            byName.Add(entry.Name, entry);
    }

    public IReadOnlyList<TomlEntry> Entries { get; }

    public override string Kind => "a table";

    public bool TryGet(string name, [NotNullWhen(true)] out TomlEntry? entry) => byName.TryGetValue(name, out entry);

    public TomlValue? this[string name] => byName.GetValueOrDefault(name)?.Value;
}
