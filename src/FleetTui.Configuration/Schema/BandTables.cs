using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema;

/// <summary>Reads <c>[migrations.bands]</c>: a slot's id and its range of the day.</summary>
internal sealed class BandTables(Problems problems)
{
    private readonly Dictionary<string, SourcePosition> positions = new(StringComparer.Ordinal);

    /// <summary>Where each band stands, for rules that need all of them.</summary>
    public IReadOnlyDictionary<string, SourcePosition> Positions => positions;

    public IReadOnlyDictionary<string, BandDefinition> Read(TomlTable? table)
    {
        var bands = new Dictionary<string, BandDefinition>(StringComparer.Ordinal);
        foreach (var entry in table?.Entries ?? [])
        {
            var path = $"migrations.bands.{entry.Name}";
            positions.Add(entry.Name, entry.Position);
            if (entry.Value is not TomlTable band)
            {
                problems.Add(entry.Value.Position, $"{path} must be a table, not {entry.Value.Kind}.", "write { from = \"00:10:00\", to = \"01:00:00\" }");
                continue;
            }
            var reader = new TableReader(band, FleetSchema.Band, path, problems);
            var (from, to) = (reader.Get(FleetSchema.BandFrom, TimeSpan.MinValue), reader.Get(FleetSchema.BandTo, TimeSpan.MinValue));
            if (from >= TimeSpan.Zero && to >= TimeSpan.Zero)
                bands.Add(entry.Name, new BandDefinition(from, to));
        }
        return bands;
    }
}
