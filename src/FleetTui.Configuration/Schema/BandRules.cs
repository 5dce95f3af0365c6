using System.Globalization;

namespace FleetTui.Configuration.Schema;

/// <summary>No two slots may ever reach for one migration timestamp: teeth of the comb are distinct, bands of the day do not overlap.</summary>
internal static class BandRules
{
    public static void Check(FleetFile fleet, RolesFile roles, Problems problems)
    {
        var migrations = fleet.Configuration.Migrations;
        var slots = roles.Slots.Where(slot => slot.Definition.Id.Length > 0).ToList();
        if (migrations.Scheme == MigrationScheme.Comb)
            Teeth(slots, problems);
        Bands(migrations, fleet.BandPositions, slots, problems);
    }

    private static void Teeth(List<SlotEntry> slots, Problems problems)
    {
        if (slots.Count > 60)
            problems.Add(slots[60].Definition.Position, "The comb has 60 teeth, one for each second of a minute; use scheme = \"bands\" for more slots.");
        var owners = new Dictionary<int, SlotEntry>();
        foreach (var slot in slots)
        {
            var band = slot.Definition.Band;
            if (band >= slots.Count)
                problems.Add(slot.Source.PositionOf(RolesSchema.Band), string.Create(CultureInfo.InvariantCulture, $"The band of {slot.Definition.Id} must be from 0 to {slots.Count - 1}, as there are {slots.Count} slots, not {band}."));
            else if (!owners.TryAdd(band, slot))
                problems.Add(slot.Source.PositionOf(RolesSchema.Band), string.Create(CultureInfo.InvariantCulture, $"{slot.Definition.Id} and {owners[band].Definition.Id} have the same band {band}; each needs its own."));
        }
    }

    private static void Bands(MigrationSettings migrations, IReadOnlyDictionary<string, SourcePosition> positions, List<SlotEntry> slots, Problems problems)
    {
        foreach (var (id, position) in positions)
        {
            if (slots.All(slot => slot.Definition.Id != id))
                problems.Add(position, $"migrations.bands.{id} is for the slot {id}, which does not exist.", NearestName.Advice(id, [.. slots.Select(slot => slot.Definition.Id)]));
        }
        foreach (var (id, band) in migrations.Bands)
        {
            if (band.From >= band.To)
                problems.Add(positions[id], $"The band of {id} is empty: from {Clock(band.From)} to {Clock(band.To)}; it ends on the day it begins.");
            else if (band.To - band.From < (band.Step ?? migrations.Step))
                problems.Add(positions[id], $"The band of {id}, {Clock(band.From)} to {Clock(band.To)}, is shorter than one step.");
        }
        var ordered = migrations.Bands.Where(pair => pair.Value.From < pair.Value.To).OrderBy(pair => pair.Value.From).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            var (before, after) = (ordered[i - 1], ordered[i]);
            if (before.Value.To > after.Value.From)
                problems.Add(positions[after.Key], $"The bands of {before.Key} and {after.Key} overlap at {Clock(after.Value.From)}.");
        }
    }

    private static string Clock(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}");
}
