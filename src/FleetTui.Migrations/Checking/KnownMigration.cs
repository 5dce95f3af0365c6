using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations.Checking;

/// <summary>A file that is a migration.</summary>
/// <param name="Migration">Directory and name without up, down or designer: what files of one migration share.</param>
/// <param name="Slot">"" = on main.</param>
internal sealed record KnownMigration(MigrationVersion Version, string Name, string Directory, string Path, string Migration, MigrationPart Part, string Slot, bool Committed)
{
    public bool OnMain => Slot.Length == 0;

    /// <summary>For messages: the path and whose it is.</summary>
    public string Described => $"{Path} ({(OnMain ? "on main" : Committed ? Slot : Slot + ", uncommitted")})";
}
