using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations.Checking;

/// <summary>Finds what a migration that a slot deleted was renamed to: one that the slot added with the same name or the same version.</summary>
internal sealed class RenamedMigrations
{
    private readonly Dictionary<(string Slot, string Name), string> byName = [];
    private readonly Dictionary<(string Slot, MigrationVersion Version), string> byVersion = [];

    public RenamedMigrations(MigrationRules rules, IReadOnlyList<MigrationChange> changes)
    {
        foreach (var change in changes.Where(static change => change.Kind == MigrationChangeKind.Added))
        {
            if (MigrationReader.Read(rules, change.Path, change.Slot, change.Committed) is not { } added) continue;
            byName.TryAdd((change.Slot, added.Name), change.Path);
            byVersion.TryAdd((change.Slot, added.Version), change.Path);
        }
    }

    public string? Of(string slot, GrammarReading.File deleted) => byName.GetValueOrDefault((slot, deleted.Name)) ?? byVersion.GetValueOrDefault((slot, deleted.Version));
}
