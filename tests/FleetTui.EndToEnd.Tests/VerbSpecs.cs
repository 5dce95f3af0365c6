using System.Text.Json;
using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

/// <summary>The verbs against a running fleet, as scripts use them.</summary>
public sealed class VerbSpecs
{
    [Fact]
    public async Task What_a_slot_commits_lands_by_itself()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        await fleet.DoneAsync("send", "a", "echo hello > a/hello.txt && git add a && git -c user.name=A -c user.email=a@example.invalid commit -qm 'Say hello'", "--enter");

        await Eventually.TrueAsync(() => fleet.Repository.Git.OnMain("a/hello.txt") == "hello\n", () => "the commit to be on main");
        await Eventually.TrueAsync(
            async () => (await fleet.DoneAsync("lane", "status", "--json")).Json.GetProperty("landed").GetInt64() == 1,
            () => "the lane to count it");
        var log = (await fleet.DoneAsync("log", "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
        Assert.Contains(log, entry => entry.GetProperty("kind").GetString() == "lane.landed" && entry.GetProperty("slot").GetString() == "a");
    }

    [Fact]
    public async Task A_commit_outside_the_domain_is_held_with_its_reason_and_exit_1()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        await fleet.DoneAsync("lane", "pause");
        fleet.Repository.Git.Commit(fleet.Repository.Worktree("a"), "b/intruder.txt", "x\n", "Intrude");
        fleet.Repository.Git.Commit(fleet.Repository.Worktree("b"), "b/fine.txt", "y\n", "Work");
        await fleet.DoneAsync("lane", "resume");

        var landed = await fleet.FleetAsync("land", "--all", "--wait", "--json");

        Assert.Equal(1, landed.Code);
        var held = landed.Json.GetProperty("slots").EnumerateArray().Single(slot => slot.GetProperty("slot").GetString() == "a");
        Assert.Equal("held", held.GetProperty("outcome").GetString());
        Assert.Contains("b/intruder.txt", held.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("y\n", fleet.Repository.Git.OnMain("b/fine.txt"));
        Assert.Null(fleet.Repository.Git.OnMain("b/intruder.txt"));
    }

    [Fact]
    public async Task Landing_and_migrations_work_without_a_daemon()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        await fleet.DoneAsync("down", "--all");
        var git = fleet.Repository.Git;
        git.Commit(fleet.Repository.Worktree("a"), "a/alone.txt", "alone\n", "Work alone");

        var landed = await fleet.DoneAsync("land", "--all", "--wait", "--json");

        Assert.Equal("alone\n", git.OnMain("a/alone.txt"));
        Assert.Contains("landed", landed.Output, StringComparison.Ordinal);
        Assert.Empty(fleet.World.Processes("fleet"));

        var next = (await fleet.DoneAsync("migration", "next", "a", "--name", "first", "--json")).Json;
        git.Commit(fleet.Repository.Worktree("a"), next.GetProperty("path").GetString()!, "select 1;\n", "Add a migration");
        Assert.Equal(0, (await fleet.FleetAsync("migration", "check")).Code);
        git.Commit(fleet.Repository.Worktree("b"), next.GetProperty("path").GetString()!.Replace("first", "second", StringComparison.Ordinal), "select 2;\n", "Add the same version");

        var check = await fleet.FleetAsync("migration", "check", "--json");

        Assert.Equal(1, check.Code);
        var finding = check.Json.GetProperty("findings").EnumerateArray().First();
        Assert.Contains(next.GetProperty("version").GetString()!, finding.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(finding.GetProperty("suggestion").GetString()));
    }

    [Fact]
    public async Task What_any_slot_shows_is_found_with_its_slot_and_what_none_shows_answers_1()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        await fleet.DoneAsync("send", "b", "echo Needle-$((40+2))", "--enter");
        await fleet.PaneShowsAsync("b", "Needle-42");
        var found = await fleet.DoneAsync("find", "needle-42");
        Assert.Equal("b: Needle-42", found.Output.TrimEnd());
        Assert.Equal(1, (await fleet.FleetAsync("find", "NEEDLE-42")).Code);
    }

    [Theory]
    [InlineData("shell", "SHELL")]
    [InlineData("open", "EDITOR")]
    public async Task A_shell_or_the_editor_of_a_slot_starts_in_its_worktree(string verb, string variable)
    {
        await using var fleet = await RunningFleet.UpAsync(1);
        fleet.World.Install("show", "#!/bin/sh\necho \"in $(pwd) with $#\"\n");
        fleet.World.Environment[variable] = fleet.World["bin/show"];
        fleet.World.Environment["VISUAL"] = "";
        var run = await fleet.DoneAsync("slot", verb, "a");
        Assert.Equal($"in {fleet.Repository.Worktree("a")} with {(verb == "open" ? 1 : 0)}", run.Output.Trim());
        Assert.Equal(2, (await fleet.FleetAsync("slot", verb, "zz")).Code);
    }

    [Fact]
    public async Task A_role_is_assigned_swapped_and_remembered()
    {
        await using var fleet = await RunningFleet.UpAsync(2);

        await fleet.DoneAsync("role", "assign", "a", "spare", "--reason", "trying");
        var taken = await fleet.FleetAsync("role", "assign", "a", "role-b");
        Assert.Contains(taken.Code, (int[])[1, 2]);
        Assert.Contains("b", taken.Error, StringComparison.Ordinal);
        await fleet.DoneAsync("role", "assign", "a", "role-b", "--swap");

        var roles = (await fleet.DoneAsync("role", "list", "--json")).Json.EnumerateArray().ToDictionary(role => role.GetProperty("name").GetString()!);
        Assert.Equal("a", roles["role-b"].GetProperty("holder").GetString());
        Assert.Equal("b", roles["spare"].GetProperty("holder").GetString());
        Assert.Contains("# Kept comment", await File.ReadAllTextAsync(fleet.Repository.RolesFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("trying", (await fleet.DoneAsync("role", "list", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_restart_up_and_down_do_what_they_say()
    {
        await using var fleet = await RunningFleet.UpAsync(2);
        var before = await fleet.PidAsync("a");

        Assert.Contains("a is", (await fleet.DoneAsync("why", "a")).Output, StringComparison.Ordinal);
        await fleet.DoneAsync("restart", "a");
        await Eventually.TrueAsync(async () => await fleet.PidAsync("a") != before, () => "another process in slot a");
        await fleet.DoneAsync("down", "a");
        await Eventually.TrueAsync(
            async () => (await fleet.DoneAsync("status", "--json")).Json.GetProperty("slots")[0].GetProperty("state").GetString() == "stopped",
            () => "slot a to be stopped");
        await fleet.DoneAsync("up", "a");
        await Eventually.TrueAsync(
            async () => (await fleet.DoneAsync("status", "--json")).Json.GetProperty("slots")[0].GetProperty("pid").ValueKind == JsonValueKind.Number,
            () => "slot a to run again");
    }

    [Theory]
    [InlineData("restart", "nope")]
    [InlineData("why", "nope")]
    [InlineData("send", "nope", "x")]
    [InlineData("capture", "nope")]
    [InlineData("land", "nope", "--wait")]
    [InlineData("role", "assign", "nope", "spare")]
    [InlineData("role", "assign", "a", "nope")]
    [InlineData("migration", "next", "nope")]
    public async Task A_name_that_is_not_there_answers_2_in_a_sentence(params string[] words)
    {
        await using var fleet = await RunningFleet.UpAsync(1);

        var run = await fleet.FleetAsync(words);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("nope", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_terminal_engine_prints_the_screen_of_bytes()
    {
        await using var world = new UserWorld();

        var run = await ProgramRun.OfAsync(
            BuiltFleet.Executable, ["vt", "--cols", "10", "--rows", "2"], world["home"], world.Environment, TimeSpan.FromMinutes(1), "one\r\n\e[31mtwo\e[0m"u8.ToArray());

        Assert.Equal((0, "one\ntwo\n"), (run.Code, run.Output));
    }
}
