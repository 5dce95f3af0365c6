using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema;

/// <summary>Reads one table by its schema; unknown keys, missing ones and wrong values go to the problems.</summary>
internal sealed class TableReader
{
    private readonly TomlTable? table;
    private readonly string path;
    private readonly Problems problems;

    /// <param name="path">For messages: <c>landing</c>, <c>slot ps2</c>; empty at the top.</param>
    public TableReader(TomlTable? table, SchemaTable schema, string path, Problems problems)
    {
        this.table = table;
        this.path = path;
        this.problems = problems;
        Position = table?.Position ?? new SourcePosition(schema.File, 1, 1);
        foreach (var entry in table?.Entries ?? [])
        {
            if (!schema.Names.Contains(entry.Name, StringComparer.Ordinal))
                problems.Add(entry.Position, $"There is no key {Full(entry.Name)}.", NearestName.Advice(entry.Name, schema.Names));
        }
    }

    public SourcePosition Position { get; }

    public bool Has(SchemaKey key) => table?.TryGet(key.Name, out _) == true;

    /// <summary>The value, or the default (also when the value is wrong: it has been reported then).</summary>
    public T Get<T>(SchemaKey<T> key) => Get(key, key.Default is null ? default! : key.DefaultValue);

    public T Get<T>(SchemaKey<T> key, T fallback)
    {
        if (table?[key.Name] is not { } value)
        {
            if (key.Required)
                problems.Add(Position, $"{Full(key.Name)} is missing; it must be {key.Expected}.");
            return fallback;
        }
        return key.Shape.TryRead(value, Full(key.Name), problems, out var result) ? result : fallback;
    }

    /// <summary>Where the key's value stands, or the table if it is not given.</summary>
    public SourcePosition PositionOf(SchemaKey key) => table?[key.Name]?.Position ?? Position;

    /// <summary>A table under this one; null when it is not there or is no table.</summary>
    public TomlTable? Table(string name)
    {
        if (table?[name] is not { } value)
            return null;
        if (value is TomlTable found)
            return found;
        problems.Add(value.Position, $"{Full(name)} must be a table, not {value.Kind}.", $"write [{Full(name)}]");
        return null;
    }

    /// <summary>The tables of <c>[[name]]</c>; empty when there are none or it is something else.</summary>
    public IReadOnlyList<TomlTable> Tables(string name)
    {
        if (table?[name] is not { } value)
            return [];
        if (value is TomlArray array && array.Items.All(item => item is TomlTable))
            return [.. array.Items.Cast<TomlTable>()];
        problems.Add(value.Position, $"{Full(name)} must be an array of tables, not {value.Kind}.", $"write [[{Full(name)}]] once for each");
        return [];
    }

    private string Full(string name) => path.Length == 0 ? name : path.Contains(' ', StringComparison.Ordinal) ? $"{name} of {path}" : $"{path}.{name}";
}
