namespace FleetTui.Configuration.Toml.Binding;

/// <summary>How a table came to be, which decides what may still be added to it.</summary>
internal enum TableOrigin
{
    /// <summary>Only named on the way to another: <c>a</c> in <c>[a.b]</c>. May still be defined once.</summary>
    Implied,

    /// <summary>By its own <c>[header]</c>, or as an element of <c>[[header]]</c>, or the root.</summary>
    Header,

    /// <summary>By a dotted key; open only to the keys of the same section.</summary>
    Dotted,

    /// <summary>Inline: closed.</summary>
    Inline,
}

/// <summary>A table while the document is read. Its children are tables, arrays of tables, or finished values.</summary>
internal sealed class TableUnderConstruction(SourcePosition position, TableOrigin origin, int section)
{
    public SourcePosition Position { get; } = position;

    public TableOrigin Origin { get; set; } = origin;

    /// <summary>Which header's keys made it (for <see cref="TableOrigin.Dotted"/>).</summary>
    public int Section { get; set; } = section;

    public List<string> Order { get; } = [];

    public Dictionary<string, Child> Children { get; } = new(StringComparer.Ordinal);

    public void Add(string name, Child child)
    {
        Order.Add(name);
        Children.Add(name, child);
    }

    public TomlTable Finish() => new(Position, [.. Order.Select(name => new TomlEntry(name, Children[name].Position, Children[name].Finish()))]);

    /// <summary>Exactly one of the three is set.</summary>
    internal sealed record Child(SourcePosition Position, TableUnderConstruction? Table, List<TableUnderConstruction>? Elements, TomlValue? Value)
    {
        public TomlValue Finish() =>
            Table?.Finish() ?? Value ?? new TomlArray([.. Elements!.Select(element => element.Finish())], OfTables: true, Position);
    }
}
