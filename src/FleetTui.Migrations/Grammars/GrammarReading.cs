using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations.Grammars;

/// <summary>What a path under the migrations' directory is to the tool.</summary>
public abstract record GrammarReading
{
    private GrammarReading()
    {
    }

    /// <param name="Migration">What files of one migration share (its path without up, down or designer).</param>
    public sealed record File(MigrationVersion Version, string Name, string Migration, MigrationPart Part = MigrationPart.Up) : GrammarReading;

    /// <summary>The tool ignores it.</summary>
    public sealed record Other : GrammarReading
    {
        public static Other Instance { get; } = new();
    }

    /// <summary>It looks like a migration, and the tool skips it or fails on it.</summary>
    /// <param name="Reason">One clause.</param>
    public sealed record Malformed(string Reason) : GrammarReading;
}
