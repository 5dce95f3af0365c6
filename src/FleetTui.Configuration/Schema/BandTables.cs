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
        var lists = new Dictionary<string, BandList>(StringComparer.Ordinal);
        foreach (var entry in table?.Entries ?? [])
        {
            var path = $"migrations.bands.{entry.Name}";
            positions.Add(entry.Name, entry.Position);
            if (entry.Value is TomlString list)
            {
                if (BandList.Read(list.Value, out var problem, out var advice) is { } written) lists.Add(entry.Name, written);
                else problems.Add(list.Position, $"{path} {problem}.", advice);
                continue;
            }
            if (entry.Value is not TomlTable band)
            {
                problems.Add(entry.Value.Position, $"{path} must be a table or a list of versions, not {entry.Value.Kind}.", "write { from = \"00:10:00\", to = \"01:00:00\" } or \"001000, 001500 … 005500\"");
                continue;
            }
            var reader = new TableReader(band, FleetSchema.Band, path, problems);
            var (from, to) = (reader.Get(FleetSchema.BandFrom, TimeSpan.MinValue), reader.Get(FleetSchema.BandTo, TimeSpan.MinValue));
            if (from >= TimeSpan.Zero && to >= TimeSpan.Zero)
                bands.Add(entry.Name, new BandDefinition(from, to));
        }
        // A list that ends in dots goes on up to the next band, or midnight.
        var begins = bands.Values.Select(static band => band.From).Concat(lists.Values.Select(static list => list.From)).Order().ToList();
        foreach (var (name, list) in lists)
            bands.Add(name, new BandDefinition(list.From, list.To ?? begins.Where(begin => begin > list.From).DefaultIfEmpty(TimeSpan.FromDays(1)).First()) { Step = list.Step });
        return bands;
    }
}
