using System.Text;
using FleetTui.Landing.Migrations;
using FleetTui.Landing.Tests.Gates;
using FleetTui.Migrations.Repair;

namespace FleetTui.Landing.Tests.Migrations;

public sealed class WorktreeRepairSpecs : IDisposable
{
    private readonly GateWorld world = new(files: new Dictionary<string, string> { ["db/1_main.sql"] = "m\n" });

    private string Slot => world.Sandbox.Slot(1);

    [Fact]
    public async Task A_committed_file_is_renamed_by_git_and_staged_and_nothing_is_committed()
    {
        var head = world.Commit(1, "db/2_a.sql", "a\n");
        Assert.Equal(["renamed db/2_a.sql to db/3_a.sql, staged"], await DoneAsync(new RepairStep.Rename("db/2_a.sql", "db/3_a.sql")));
        Assert.Equal("R  db/2_a.sql -> db/3_a.sql", Status());
        Assert.Equal(head, world.Sandbox.Git(Slot, "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task A_file_that_is_only_written_is_moved_and_one_that_is_staged_stays_staged()
    {
        world.Sandbox.Write(Slot, "db/2_a.sql", "a\n");
        world.Sandbox.Write(Slot, "db/2_b.sql", "b\n");
        world.Sandbox.Git(Slot, "add", "db/2_b.sql");
        Assert.Equal(
            ["renamed db/2_a.sql to db/3_a.sql", "renamed db/2_b.sql to db/3_b.sql, staged"],
            await DoneAsync(new RepairStep.Rename("db/2_a.sql", "db/3_a.sql"), new RepairStep.Rename("db/2_b.sql", "db/3_b.sql")));
        Assert.Equal("A  db/3_b.sql\n?? db/3_a.sql", Status());
    }

    [Fact]
    public async Task A_directory_goes_with_all_that_is_in_it()
    {
        world.Commit(1, "db/2_a/migration.sql", "a\n");
        world.Sandbox.Write(Slot, "db/2_a/notes.txt", "n\n");
        await DoneAsync(new RepairStep.Rename("db/2_a", "db/3_a"));
        Assert.Equal("R  db/2_a/migration.sql -> db/3_a/migration.sql\n?? db/3_a/notes.txt", Status());
    }

    [Fact]
    public async Task What_stands_in_a_file_changes_to_the_byte_and_is_staged_with_its_rename()
    {
        world.Commit(1, "db/2_a.cs", "\uFEFF[Migration(\"2_a\")]\r\nclass A\r\n");
        Assert.Equal(
            ["renamed db/2_a.cs to db/3_a.cs, staged", "changed its id in db/3_a.cs, staged"],
            await DoneAsync(new RepairStep.Rename("db/2_a.cs", "db/3_a.cs"), new RepairStep.Rewrite("db/3_a.cs", "its id", text => text.Replace("2_a", "3_a", StringComparison.Ordinal))));
        Assert.Equal("\uFEFF[Migration(\"3_a\")]\r\nclass A\r\n", Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Slot, "db/3_a.cs"))));
        Assert.Equal("D  db/2_a.cs\nA  db/3_a.cs", Status());
    }

    [Fact]
    public async Task What_the_agent_has_not_staged_is_not_staged_for_it()
    {
        world.Commit(1, "db/2_a.cs", "2_a\n");
        world.Sandbox.Write(Slot, "db/2_a.cs", "2_a\nmore\n");
        Assert.Equal("changed its id in db/3_a.cs", (await DoneAsync(new RepairStep.Rename("db/2_a.cs", "db/3_a.cs"), new RepairStep.Rewrite("db/3_a.cs", "its id", text => text.Replace("2_a", "3_a", StringComparison.Ordinal))))[1]);
        Assert.Equal("RM db/2_a.cs -> db/3_a.cs", Status());
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_touches_nothing()
    {
        world.Commit(1, "db/2_a.sql", "a\n");
        Assert.Equal(["renamed db/2_a.sql to db/3_a.sql, staged", "changed x in db/3_a.sql, staged"], ((RepairResult.Done)await ApplyAsync(dryRun: true, new RepairStep.Rename("db/2_a.sql", "db/3_a.sql"), new RepairStep.Rewrite("db/3_a.sql", "x", _ => "b"))).Steps);
        Assert.Equal("", Status());
    }

    [Fact]
    public async Task A_plan_that_cannot_be_carried_out_whole_touches_nothing()
    {
        world.Commit(1, "db/2_a.sql", "a\n");
        world.Sandbox.Write(Slot, "db/4_b.sql", "theirs\n");
        Assert.Contains("db/4_b.sql is there already", await RefusedAsync(new RepairStep.Rename("db/2_a.sql", "db/3_a.sql"), new RepairStep.Rename("db/1_main.sql", "db/4_b.sql")), StringComparison.Ordinal);
        Assert.Contains("db/9.sql is not there any more", await RefusedAsync(new RepairStep.Rename("db/2_a.sql", "db/3_a.sql"), new RepairStep.Rename("db/9.sql", "db/8.sql")), StringComparison.Ordinal);
        Assert.Contains("does not say its id", await RefusedAsync(new RepairStep.Rename("db/2_a.sql", "db/3_a.sql"), new RepairStep.Rewrite("db/3_a.sql", "its id", _ => null)), StringComparison.Ordinal);
        Assert.Equal("?? db/4_b.sql", Status());
    }

    [Fact]
    public async Task A_worktree_in_the_middle_of_something_is_left_alone()
    {
        world.Commit(1, "db/2_a.sql", "a\n");
        var git = world.Sandbox.Git(Slot, "rev-parse", "--absolute-git-dir");
        File.WriteAllText(Path.Combine(git, "MERGE_HEAD"), "");
        Assert.StartsWith("A merge is in progress", await RefusedAsync(new RepairStep.Rename("db/2_a.sql", "db/3_a.sql")), StringComparison.Ordinal);
        File.Delete(Path.Combine(git, "MERGE_HEAD"));
        File.WriteAllText(Path.Combine(git, "index.lock"), "");
        Assert.Contains("index.lock", await RefusedAsync(new RepairStep.Rename("db/2_a.sql", "db/3_a.sql")), StringComparison.Ordinal);
        File.Delete(Path.Combine(git, "index.lock"));
        Assert.Equal("", Status());
    }

    [Fact]
    public async Task What_need_not_be_there_may_be_missing() =>
        Assert.Empty(await DoneAsync(new RepairStep.Rename("db/meta/2.json", "db/meta/3.json", Optional: true), new RepairStep.Rewrite("db/schema.rb", "its version", _ => null, Optional: true)));

    public void Dispose() => world.Dispose();

    private string Status() => world.Sandbox.Git(Slot, "status", "--porcelain").Trim('\n');

    private async Task<IReadOnlyList<string>> DoneAsync(params RepairStep[] steps) => Assert.IsType<RepairResult.Done>(await ApplyAsync(dryRun: false, steps)).Steps;

    private async Task<string> RefusedAsync(params RepairStep[] steps) => Assert.IsType<RepairResult.Refused>(await ApplyAsync(dryRun: false, steps)).Reason;

    private async Task<RepairResult> ApplyAsync(bool dryRun, params RepairStep[] steps) =>
        await new WorktreeRepair(await world.OpenAsync(), Slot).ApplyAsync(new RepairPlan(steps, [], []), dryRun, LandingWorld.Cancellation);
}
