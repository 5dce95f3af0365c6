using FleetTui.Landing;
using FleetTui.Testing;

namespace FleetTui.LandingSoak;

/// <summary>One random fleet for some rounds: agents work, lanes land and die, and after each round the invariant is looked at.</summary>
public static class FleetRun
{
    /// <summary>Of a whole run of one fleet.</summary>
    public const int Rounds = 6;

    private const int Slots = 3;

    /// <returns>Null: the invariant held in every round; else what was wrong.</returns>
    public static async Task<string?> ExecuteAsync(int seed, int rounds, SoakCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var random = new Random(seed);
        var files = Enumerable.Range(1, Slots).ToDictionary(static slot => $"s{slot}/f0.txt", static _ => "0\n");
        files["shared/x0.txt"] = "0\n";
        files["shared/long.txt"] = string.Concat(Enumerable.Range(0, 40).Select(static line => $"line {line}\n"));
        using var sandbox = new GitSandbox(Slots, files);
        var model = new FleetModel();
        var agents = new RandomAgents(sandbox, Slots, random, model, counts);
        var held = new HashSet<string>(StringComparer.Ordinal);
        counts.Fleets++;
        for (var round = 1; round <= rounds; round++)
        {
            for (var slot = 1; slot <= Slots; slot++)
                agents.Work(slot, held.Contains($"s{slot}"));
            if (random.Next(3) == 0)
                agents.OutsiderLands();
            var before = sandbox.Subjects().Count;
            var fault = await LandAsync(sandbox, random, held, counts) ?? FleetCheck.Commits(sandbox, Slots, model) ?? FleetCheck.Gates(sandbox) ?? FleetCheck.Leftovers(sandbox, Slots);
            counts.Landed += sandbox.Subjects().Count - before;
            counts.Rounds++;
            if (fault is not null)
                return $"round {round}: {fault}";
        }

        sandbox.Check();
        return null;
    }

    private static async Task<string?> LandAsync(GitSandbox sandbox, Random random, HashSet<string> held, SoakCounts counts)
    {
        var files = Enumerable.Range(1, Slots).Select(slot => SlotFiles.Of(sandbox, slot)).ToList();
        var gone = sandbox.Origin + ".gone";
        if (random.Next(8) == 0)
        {
            counts.RemoteLost++;
            Directory.Move(sandbox.Origin, gone);
            var lost = await LandCleanAsync(sandbox);
            Directory.Move(gone, sandbox.Origin);
            if (lost.Slots.FirstOrDefault(static slot => slot.Outcome == SlotOutcome.Landed) is { } liar)
                return $"{liar.Slot} is said to have landed without a remote";
        }

        for (var deaths = random.Next(3); deaths > 0; deaths--)
        {
            await LaneDeath.OnceAsync(sandbox, Slots, random, counts);
            if (random.Next(2) == 0 && !await LaneDeath.OrphansEndAsync(sandbox.Path))
                return "a git of a dead lane does not end";
        }

        var report = await LandCleanAsync(sandbox);
        if (!await LaneDeath.OrphansEndAsync(sandbox.Path))
            return "a git of a dead lane does not end";

        // A dead lane's git may have been in the way of the first; of the second nothing is.
        report = await LandCleanAsync(sandbox);
        held.Clear();
        held.UnionWith(report.Slots.Where(static slot => slot.Outcome == SlotOutcome.Held).Select(static slot => slot.Slot));
        if (report.Slots.FirstOrDefault(static slot => slot.Outcome is not (SlotOutcome.Landed or SlotOutcome.Nothing or SlotOutcome.Held)) is { } stuck)
            return $"{stuck.Slot} is {stuck.Outcome}: {stuck.Reason}";
        for (var slot = 1; slot <= Slots; slot++)
        {
            if (SlotFiles.Of(sandbox, slot) is var now && now != files[slot - 1])
                return $"the files of s{slot} changed from\n{files[slot - 1]}\nto\n{now}";
        }

        return null;
    }

    private static async Task<LandingReport> LandCleanAsync(GitSandbox sandbox)
    {
        using var lane = await LaneOfWorld.OpenAsync(sandbox.Path, Slots, "git");
        return await lane.LandAsync([], CancellationToken.None);
    }
}
