using FleetTui.Landing.Migrations;
using FleetTui.Landing.Tests.Gates;
using FleetTui.Migrations;
using FleetTui.Migrations.Checking;

namespace FleetTui.Landing.Tests.Migrations;

public sealed class MigrationFilesSpecs : IDisposable
{
    private readonly GateWorld world = new(files: new Dictionary<string, string> { ["db/1_a.sql"] = "a\n", ["db/2_b.sql"] = "b\n", ["db/sub/c.sql"] = "c\n", ["blog/a.md"] = "a\n" });

    [Fact]
    public async Task Main_s_files_and_each_slot_s_commits_and_files_are_found()
    {
        world.Commit(1, "db/3_new.sql");
        world.Commit(1, "blog/b.md");
        world.Sandbox.Git(world.Sandbox.Slot(2), "rm", "-q", "db/1_a.sql");
        world.Sandbox.CommitAll(world.Sandbox.Slot(2), "Remove");
        world.Commit(2, "db/2_b.sql", "changed\n");
        world.Sandbox.Write(world.Sandbox.Slot(3), "db/deep/new/4.sql", "x\n");
        world.Sandbox.Git(world.Sandbox.Slot(3), "mv", "db/2_b.sql", "db/5_b.sql");

        var inputs = await CollectAsync();
        Assert.Equal(["db/1_a.sql", "db/2_b.sql", "db/sub/c.sql"], inputs.OnMain.Order());
        Assert.Equal(
            [
                new("s1", "db/3_new.sql", MigrationChangeKind.Added),
                new("s2", "db/1_a.sql", MigrationChangeKind.Deleted),
                new("s2", "db/2_b.sql", MigrationChangeKind.Edited),
                new("s3", "db/2_b.sql", MigrationChangeKind.Deleted, Committed: false),
                new("s3", "db/5_b.sql", MigrationChangeKind.Added, Committed: false),
                new("s3", "db/deep/new/4.sql", MigrationChangeKind.Added, Committed: false),
            ],
            inputs.Changes.OrderBy(change => change.Slot).ThenBy(change => change.Path, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_landed_under_other_ids_and_what_main_got_since_is_no_change()
    {
        world.Commit(1, "db/3_new.sql", "new\n");
        world.Sandbox.OutsiderLands("db/3_new.sql", "new\n");
        world.Sandbox.OutsiderLands("db/9_other.sql", "other\n");
        world.Sandbox.Git(world.Sandbox.Hub, "fetch", "-q");
        var inputs = await CollectAsync();
        Assert.Contains("db/9_other.sql", inputs.OnMain);
        Assert.Empty(inputs.Changes);
    }

    [Fact]
    public async Task A_file_added_and_renamed_before_it_landed_is_only_the_new_one()
    {
        world.Commit(1, "db/3_new.sql");
        world.Sandbox.Git(world.Sandbox.Slot(1), "mv", "db/3_new.sql", "db/4_new.sql");
        Assert.Equal([new MigrationChange("s1", "db/4_new.sql", MigrationChangeKind.Added, Committed: false)], (await CollectAsync()).Changes);
    }

    [Fact]
    public async Task A_slot_without_a_worktree_has_nothing()
    {
        Directory.Delete(world.Sandbox.Slot(2), recursive: true);
        Assert.Empty((await CollectAsync()).Changes);
    }

    public void Dispose() => world.Dispose();

    private async Task<MigrationInputs> CollectAsync() =>
        await new MigrationFiles(await world.OpenAsync(), MigrationRules.Of(world.Configuration)!)
            .CollectAsync("refs/remotes/origin/main", [.. world.Slots.Select(slot => new SlotWorktree(slot.Id, slot.Worktree))], [], LandingWorld.Cancellation);
}
