using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Testing;

namespace FleetTui.Cli.Tests.Verbs;

public sealed class MigrationVerbSpecs
{
    [Fact]
    public async Task Fix_says_what_was_done_and_answers_1_when_something_is_left()
    {
        var fleet = new FakeFleet { Fix = new MigrationFix("ps2", false, ["renamed db/1_a.sql to db/2_a.sql, staged"], ["db/x.sql (ps2): the tool skips it."]) };
        var run = await CommandRun.OfAsync(fleet, "migration", "fix", "ps2");
        Assert.Equal((1, "renamed db/1_a.sql to db/2_a.sql, staged\nleft: db/x.sql (ps2): the tool skips it.\nnothing was committed: ps2 commits it as its own work\n"), (run.Code, run.Output));
        Assert.Contains("fix ps2 False", fleet.Asked);
    }

    [Fact]
    public async Task A_dry_run_says_so_and_no_fault_is_told_too()
    {
        var fleet = new FakeFleet { Fix = new MigrationFix("ps2", true, ["renamed a to b"], []) };
        Assert.Equal("would have renamed a to b\n", (await CommandRun.OfAsync(fleet, "migration", "fix", "ps2", "--dry-run")).Output);
        Assert.Contains("fix ps2 True", fleet.Asked);
        fleet.Fix = new MigrationFix("ps2", false, [], []);
        var nothing = await CommandRun.OfAsync(fleet, "migration", "fix", "ps2");
        Assert.Equal((0, "nothing to mend in ps2\n"), (nothing.Code, nothing.Output));
        Assert.Equal(2, (await CommandRun.OfAsync(fleet, "migration", "fix")).Code);
    }

    [Fact]
    public async Task Next_can_be_asked_for_without_reserving_it()
    {
        var fleet = new FakeFleet();
        await CommandRun.OfAsync(fleet, "migration", "next", "ps2", "--dry-run");
        Assert.Contains("next ps2  dry", fleet.Asked);
    }

    [Fact]
    public async Task What_is_only_told_answers_0()
    {
        var fleet = new FakeFleet { Migrations = new MigrationReport("comb", [new MigrationFinding("pair", "1", "db/1_a.up.sql", "ps2", null, null, "it has no down file.", null, Holds: false)], [], []) };
        var run = await CommandRun.OfAsync(fleet, "migration", "check");
        Assert.Equal((0, "pair (only told): it has no down file\n"), (run.Code, run.Output));
    }

    [Fact]
    public async Task A_branch_is_checked_without_a_fleet_and_without_any_file_of_it()
    {
        using var git = new GitSandbox(1, new Dictionary<string, string> { ["supabase/migrations/20250101000000_a.sql"] = "a\n" });
        var slot = git.Slot(1);
        git.Commit(slot, "supabase/migrations/20250102000000_b.sql", "b\n", "Add");
        var fine = await RunAsync(slot, "--base", "origin/main");
        Assert.Equal((0, "2 migrations, no collision\n"), (fine.Code, fine.Output));

        git.OutsiderLands("supabase/migrations/20250102000000_theirs.sql", "t\n");
        git.Git(git.Hub, "fetch", "-q");
        git.Write(slot, "supabase/migrations/20241231000000_late.sql", "l\n");
        git.Commit(slot, "supabase/migrations/20250101000000_a.sql", "edited\n", "Edit");
        git.Git(slot, "reset", "-q", "--soft", "HEAD");
        var wrong = await RunAsync(slot, "--base", "origin/main", "--annotations", "github");
        Assert.Equal(1, wrong.Code);
        Assert.Contains("::error file=supabase/migrations/20250102000000_b.sql,line=1,title=Migration%3A duplicate::supabase/migrations/20250102000000_b.sql (this branch) has the same version as supabase/migrations/20250102000000_theirs.sql (on main)", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("title=Migration%3A edited::", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("title=Migration%3A out-of-order::supabase/migrations/20241231000000_late.sql (this branch", wrong.Output, StringComparison.Ordinal);
        var json = await RunAsync(slot, "--base", "origin/main", "--json");
        Assert.Contains("\"holds\": true", json.Output.Replace("\"holds\":true", "\"holds\": true", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_that_is_not_checked_out_can_be_checked_too()
    {
        using var git = new GitSandbox(1, new Dictionary<string, string> { ["db/migrate/20250101000000_a.rb"] = "a\n" });
        var head = git.Commit(git.Slot(1), "db/migrate/20250101000000_b.rb", "b\n", "Add");
        var run = await RunAsync(git.Hub, "--base", "origin/main", "--head", head);
        Assert.Equal(1, run.Code);
        Assert.Contains("Rails refuses to run any", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(git.Hub, "--base", "origin/main")).Code);
    }

    [Fact]
    public async Task A_graph_is_read_on_a_branch_as_well()
    {
        using var git = new GitSandbox(1, new Dictionary<string, string> { ["alembic.ini"] = "", ["alembic/versions/a.py"] = "revision='a'\ndown_revision=None\n" });
        git.Commit(git.Slot(1), "alembic/versions/b.py", "revision='b'\ndown_revision='a'\n", "Add");
        git.OutsiderLands("alembic/versions/c.py", "revision='c'\ndown_revision='a'\n");
        git.Git(git.Hub, "fetch", "-q");
        var run = await RunAsync(git.Slot(1), "--base", "origin/main");
        Assert.Equal(1, run.Code);
        Assert.Contains("make it follow c: down_revision = \"c\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no origin/other here: fetch it first", "--base", "origin/other")]
    [InlineData("No migrations were found", "--base", "origin/main")]
    [InlineData("There is no grammar liquibase", "--base", "origin/main", "--directory", "db", "--grammar", "liquibase")]
    [InlineData("go with --base", "--directory", "db")]
    public async Task What_cannot_be_compared_answers_2(string message, params string[] words)
    {
        using var git = new GitSandbox(1);
        var run = await RunAsync(git.Slot(1), words);
        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static Task<CommandRun> RunAsync(string directory, params string[] words) => CommandRun.InAsync(directory, new FakeFleet(), ["migration", "check", .. words]);
}
