using System.Diagnostics;
using System.Globalization;
using FleetTui.Migrations;
using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Schemes;

namespace FleetTui.Benchmarks.Migrations;

/// <summary>Times the check itself over paths from standard input: those on main, and a tenth as many that twelve slots added, of which some collide.</summary>
internal static class MigrationTimes
{
    public static void Print(string grammar, string directory, int rounds)
    {
        var main = new List<string>();
        while (System.Console.In.ReadLine() is { } line) main.Add(line);
        var slots = Enumerable.Range(0, 12).Select(static slot => $"s{slot}").ToList();
        var rules = new MigrationRules([directory], MigrationGrammars.Named(grammar)!, new Comb(slots.Select(static (slot, tooth) => (slot, tooth)).ToDictionary(static pair => pair.slot, static pair => pair.tooth)), slots);
        var changes = main.Where(static (_, i) => i % 10 == 0).Select((path, i) => new MigrationChange($"s{i % 12}", path.Replace(".", "_again.", StringComparison.Ordinal), MigrationChangeKind.Added)).ToList();
        var check = new MigrationCheck(rules, TimeProvider.System);
        var inputs = new MigrationInputs(main, changes);
        var times = new List<double>();
        var found = 0;
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            found = check.Run(inputs).Count;
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var first = times[0];
        times.Sort();
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"migrations\":{main.Count + changes.Count},\"findings\":{found},\"first\":{first:F1},\"median\":{times[times.Count / 2]:F1}}}"));
    }
}
