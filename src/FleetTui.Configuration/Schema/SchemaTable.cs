namespace FleetTui.Configuration.Schema;

/// <summary>A table of one of the two files.</summary>
/// <param name="Path">Dotted; empty: the top of the file. A part in capitals stands for a name the user picks: <c>agents.NAME</c>.</param>
/// <param name="Repeated">Written <c>[[path]]</c>, once for each.</param>
/// <param name="Tables">Keys of this table that are tables of their own in the schema.</param>
public sealed record SchemaTable(string File, string Path, string Summary, bool Repeated, IReadOnlyList<SchemaKey> Keys, IReadOnlyList<string> Tables)
{
    /// <summary>Every name that may stand here.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Keys.Select(key => key.Name), .. Tables];
}
