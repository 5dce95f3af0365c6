using FleetTui.Testing;

namespace FleetTui.Landing.Tests;

/// <summary>Whatever moment a fleet dies at, every commit ends up on main exactly once or is still in its slot.</summary>
public sealed class CrashSpecs
{
    [Theory]
    [InlineData("pre-receive", "before the push arrived")]
    [InlineData("post-receive", "after the push arrived, before it was noted")]
    public async Task A_lane_that_dies_during_the_push_asks_the_remote_when_it_is_back(string hook, string when)
    {
        using var world = new LandingWorld(2);
        world.Commit(1, "a.txt");
        world.Commit(2, "b.txt");
        var marker = Path.Combine(world.Sandbox.Path, "in-hook");
        world.Sandbox.OriginHook(hook, "[ -e ../in-hook ] && exit 0; touch ../in-hook; sleep 600");
        using var death = CancellationTokenSource.CreateLinkedTokenSource(LandingWorld.Cancellation);
        using var watcher = new FileSystemWatcher(world.Sandbox.Path, "in-hook");
        watcher.Created += (_, _) => death.Cancel();
        watcher.EnableRaisingEvents = true;
        var dying = await world.LaneAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying.LandAsync([], death.Token));
        Assert.True(File.Exists(marker), when);
        var report = await world.LandAsync();

        world.AssertLandedOnce("s1 a.txt", "s2 b.txt");
        Assert.All(report.Slots, s => Assert.Contains(s.Outcome, new[] { SlotOutcome.Landed, SlotOutcome.Nothing }));
        Assert.Equal("", world.Sandbox.Git(world.Sandbox.Hub, "for-each-ref", "refs/fleet/train"));
        Assert.All(new[] { 1, 2 }, i => Assert.Equal(world.Sandbox.Main, world.Sandbox.Git(world.Sandbox.Slot(i), "rev-parse", "HEAD")));
    }

    [Fact]
    public async Task A_journal_cut_anywhere_loses_nothing_and_lands_nothing_twice()
    {
        using var world = new LandingWorld(2, new Dictionary<string, string> { ["shared.txt"] = "old\n" });
        world.Commit(1, "a.txt");
        world.Sandbox.Git(world.Sandbox.Slot(2), "commit", "-q", "--allow-empty", "-m", "empty");
        world.Sandbox.Commit(world.Sandbox.Slot(2), "shared.txt", "new\n", "shared");
        world.Sandbox.OutsiderLands("x.txt", "x\n");

        // Dirty in the way: the slots stay on their original commits, as after a crash before the sync.
        world.Sandbox.Write(world.Sandbox.Slot(1), "x.txt", "untracked\n");
        world.Sandbox.Write(world.Sandbox.Slot(2), "x.txt", "untracked\n");
        await world.LandAsync();
        var whole = await File.ReadAllBytesAsync(world.JournalFile, LandingWorld.Cancellation);
        var main = world.Sandbox.Main;
        var announced = Array.IndexOf(whole, (byte)'\n') + 1;

        foreach (var cut in new[] { whole.Length, whole.Length - 1, announced + 10, announced })
        {
            await File.WriteAllBytesAsync(world.JournalFile, whole[..cut], LandingWorld.Cancellation);
            await world.LandAsync();

            Assert.Equal(main, world.Sandbox.Main);
        }

        world.AssertLandedOnce("s1 a.txt", "empty", "shared");
    }

    [Fact]
    public async Task Without_any_journal_the_same_changes_still_land_once()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        world.Sandbox.OutsiderLands("x.txt", "x\n");
        world.Sandbox.Write(world.Sandbox.Slot(1), "x.txt", "untracked\n");
        await world.LandAsync();
        File.Delete(world.JournalFile);

        await world.LandAsync();

        world.AssertLandedOnce("s1 a.txt");
    }

    [Fact]
    public async Task A_lock_left_in_a_worktree_by_a_killed_fleet_is_taken_away()
    {
        using var world = new LandingWorld(1);
        world.Commit(1, "a.txt");
        world.Sandbox.OutsiderLands("x.txt", "x\n");
        var gitDirectory = Path.Combine(world.Sandbox.Hub, ".git", "worktrees", "slot01");
        await File.WriteAllTextAsync(Path.Combine(gitDirectory, "index.lock"), "fleet sync\n", LandingWorld.Cancellation);

        await world.LandAsync();

        Assert.False(File.Exists(Path.Combine(gitDirectory, "index.lock")));
        Assert.Equal(world.Sandbox.Main, world.Sandbox.Git(world.Sandbox.Slot(1), "rev-parse", "HEAD"));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Random_fleets_with_conflicts_outsiders_and_dirty_files_lose_nothing(int seed)
    {
        var random = new Random(seed);
        const int Slots = 4;
        using var world = new LandingWorld(Slots, new Dictionary<string, string> { ["shared.txt"] = "0\n" });
        var made = new List<string>();
        for (var round = 0; round < 6; round++)
        {
            for (var slot = 1; slot <= Slots; slot++)
            {
                for (var c = random.Next(3); c > 0; c--)
                {
                    var subject = $"r{round} s{slot} c{c}";
                    var path = random.Next(5) == 0 ? "shared.txt" : $"s{slot}/f{random.Next(3)}.txt";
                    world.Sandbox.Commit(world.Sandbox.Slot(slot), path, subject + "\n", subject);
                    made.Add(subject);
                }

                if (random.Next(4) == 0)
                    world.Sandbox.Write(world.Sandbox.Slot(slot), $"s{random.Next(1, Slots + 1)}/f{random.Next(3)}.txt", $"dirty {round}\n");
            }

            if (random.Next(2) == 0)
            {
                made.Add($"outside {round}");
                world.Sandbox.OutsiderLands("outside.txt", $"{round}\n", $"outside {round}");
            }

            await world.LandAsync();
        }

        var onMain = world.Sandbox.Subjects();
        Assert.Equal(onMain.Distinct(), onMain);
        var inSlots = Enumerable.Range(1, Slots).SelectMany(s => world.Sandbox.Git(world.Sandbox.Slot(s), "log", "--format=%s").Split('\n')).ToHashSet();
        Assert.All(made, subject => Assert.True(onMain.Contains(subject) || inSlots.Contains(subject), $"{subject} is lost"));
        Assert.True(onMain.Count > made.Count / 3);
        world.AssertLandedOnce();
    }
}
