using FleetTui.Configuration;
using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Schemes;

namespace FleetTui.Migrations.Tests;

/// <summary>Twelve slots s0…s11 with Supabase migrations in <c>db</c>.</summary>
internal static class Fleet
{
    public static IReadOnlyList<string> Slots { get; } = [.. Enumerable.Range(0, 12).Select(n => $"s{n}")];

    public static Comb Comb { get; } = new(Slots.Select((slot, tooth) => (slot, tooth)).ToDictionary(pair => pair.slot, pair => pair.tooth));

    /// <summary>As in the article: win's band begins where ps3's ends.</summary>
    public static Bands Bands { get; } = new(
        new Dictionary<string, BandDefinition>
        {
            ["s0"] = new(TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)),
            ["s1"] = new(TimeSpan.FromHours(1), TimeSpan.FromHours(2)),
        },
        TimeSpan.FromMinutes(5));

    public static MigrationRules Rules(IVersionScheme? scheme = null, string grammar = "supabase") =>
        new(["db"], MigrationGrammars.Named(grammar)!, scheme ?? Comb, Slots);

    public static MigrationChange Added(string slot, string file, bool committed = true) => new(slot, "db/" + file, MigrationChangeKind.Added, committed);
}
