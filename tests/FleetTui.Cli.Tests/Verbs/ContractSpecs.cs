using System.Text.Json;
using FleetTui.Api.Client;
using FleetTui.Api.Status;

namespace FleetTui.Cli.Tests.Verbs;

/// <summary>What scripts may rely on.</summary>
public sealed class ContractSpecs
{
    private static readonly string[] SlotKeys =
    [
        "number", "id", "label", "role", "agent", "account", "state", "since", "source", "worktree", "branch", "ahead", "behind", "dirty",
        "landing", "attention", "pid",
    ];

    [Fact]
    public async Task Status_as_json_has_every_key_of_the_contract()
    {
        var run = await CommandRun.OfAsync(new FakeFleet(), "status", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(0, run.Code);
        Assert.Equal(["name", "repository", "version"], Keys(json.RootElement.GetProperty("fleet")));
        Assert.Superset(SlotKeys.ToHashSet(), Keys(json.RootElement.GetProperty("slots")[0]).ToHashSet());
        var lane = json.RootElement.GetProperty("lane");
        Assert.Superset(new HashSet<string> { "state", "queue", "landed", "rejectedPushes", "lastLanded" }, Keys(lane).ToHashSet());
        Assert.Equal(["slot", "commit", "at"], Keys(lane.GetProperty("lastLanded")));
    }

    [Fact]
    public async Task Status_for_people_shows_what_needs_them_and_why()
    {
        var run = await CommandRun.OfAsync(new FakeFleet(), "status");

        Assert.Contains("4!  ps2   PS#2   blog  claude  needs-input (question)  5m   83%      claude/ps2-wip  +2/-1  3      held: conflicts with win", run.Output, StringComparison.Ordinal);
        Assert.Contains("lane to origin/main: idle; 7 landed, 0 pushes rejected", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_says_why_the_files_are_not_in_force()
    {
        var fleet = new FakeFleet();
        fleet.Status = fleet.Status with { Fleet = fleet.Status.Fleet with { Problem = "roles.toml:1:1: no" }, Lane = fleet.Status.Lane with { State = "offline", Reason = "No remote.", Target = "" } };

        var run = await CommandRun.OfAsync(fleet, "status");

        Assert.Contains("demo in /home/me/demo\nroles.toml:1:1: no\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("lane: offline: No remote; 7 landed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_for_several_slots_is_told_slot_by_slot()
    {
        var fleet = new FakeFleet();

        var run = await CommandRun.OfAsync(fleet, "send", "ps1,ps2", "go on", "--enter");

        Assert.Equal((0, "ps1  sent\nps2  sent\n"), (run.Code, run.Output));
        Assert.Superset(new HashSet<string> { "send ps1 go on True", "send ps2 go on True" }, fleet.Asked.ToHashSet());
    }

    [Theory]
    [InlineData("rename", "PS two", "configure ps2 SlotSettings { Label = PS two, Agent = , Account =  }")]
    [InlineData("agent", "codex", "configure ps2 SlotSettings { Label = , Agent = codex, Account =  }")]
    [InlineData("account", "work", "configure ps2 SlotSettings { Label = , Agent = , Account = work }")]
    public async Task A_slots_name_agent_and_account_are_changed_by_verbs(string verb, string value, string asked)
    {
        var fleet = new FakeFleet();

        var run = await CommandRun.OfAsync(fleet, "slot", verb, "ps2", value);

        Assert.Equal((0, "Slot ps2 is so now.\n"), (run.Code, run.Output));
        Assert.Contains(asked, fleet.Asked);
    }

    [Fact]
    public async Task A_slot_is_added_and_removed_by_verbs()
    {
        var fleet = new FakeFleet();

        var added = await CommandRun.OfAsync(fleet, "slot", "add", "ps9", "--like", "ps1", "--role", "docs", "--no-start");
        var removed = await CommandRun.OfAsync(fleet, "slot", "remove", "ps9", "--json");

        Assert.Equal((0, "Slot ps9 was added.\n"), (added.Code, added.Output));
        Assert.StartsWith("{\"slot\":\"ps9\",\"lines\":\"[[slot]]\\n\"", removed.Output, StringComparison.Ordinal);
        Assert.Contains($"add {new SlotAddition("ps9", "ps1", "docs", Start: false)}", fleet.Asked);
        Assert.Contains("remove ps9", fleet.Asked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_refusal_is_one_line_and_its_exit_code(int code)
    {
        var fleet = new FakeFleet { Refusal = new FleetApiException(code, "no, because") };

        var run = await CommandRun.OfAsync(fleet, "status");

        Assert.Equal((code, "", "fleet: no, because\n"), (run.Code, run.Output, run.Error));
    }

    [Theory]
    [InlineData("landed", 0)]
    [InlineData("nothing", 0)]
    [InlineData("held", 1)]
    [InlineData("refused", 1)]
    [InlineData("unknown", 1)]
    public async Task Landing_answers_1_when_a_slot_did_not_land(string outcome, int code)
    {
        var fleet = new FakeFleet { Landing = new LandResult([new SlotLanding("ps2", outcome, "", ["abc"])], "origin/main", "abc") };

        var run = await CommandRun.OfAsync(fleet, "land", "ps2", "--wait", "--json");

        Assert.Equal(code, run.Code);
        Assert.Contains("land ps2 True", fleet.Asked);
        Assert.Contains($"\"outcome\":\"{outcome}\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collision_of_migrations_answers_1_and_names_the_next_free_timestamp()
    {
        var fleet = new FakeFleet
        {
            Migrations = new MigrationReport(
                "comb",
                [new MigrationFinding("duplicate", "20261120120000", "m/20261120120000_a.sql", "ps1", "m/20261120120000_b.sql", "win", "ps1 and win both have 20261120120000", "20261120120105")],
                [],
                []),
        };

        var run = await CommandRun.OfAsync(fleet, "migration", "check");

        Assert.Equal((1, "duplicate: ps1 and win both have 20261120120000; the next free version is 20261120120105\n"), (run.Code, run.Output));
    }

    [Fact]
    public async Task The_log_as_json_is_one_object_a_line_in_letters_as_they_are()
    {
        var fleet = new FakeFleet();
        fleet.Entries.Add(new LogEntry(1, Samples.Noon, "lane.landed", "ps2", "2 commits → origin/main"));
        fleet.Entries.Add(new LogEntry(2, Samples.Noon, "slot.started", "win", "<started>"));

        var run = await CommandRun.OfAsync(fleet, "log", "--json");

        Assert.Equal(
            """
            {"id":1,"at":"2026-11-20T12:00:00+00:00","kind":"lane.landed","slot":"ps2","message":"2 commits → origin/main"}
            {"id":2,"at":"2026-11-20T12:00:00+00:00","kind":"slot.started","slot":"win","message":"<started>"}

            """,
            run.Output);
    }

    [Theory]
    [InlineData("log")]
    [InlineData("log --follow")]
    public async Task The_log_is_told_whole_and_each_entry_once_however_long_it_is(string line)
    {
        var fleet = new FakeFleet();
        fleet.Entries.AddRange(Enumerable.Range(1, 2500).Select(id => new LogEntry(id, Samples.Noon, "lane.held", "ps2", $"number {id}")));

        var run = await CommandRun.OfAsync(fleet, line.Split(' '));

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2500, lines.Length);
        Assert.EndsWith("number 2500", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log --slot ps2 --kind lane", "1 3 5")]
    [InlineData("log --grep 4", "4")]
    [InlineData("log --last 2", "4 5")]
    [InlineData("log --kind lane --last 2", "3 5")]
    [InlineData("log --last 2 --follow", "4 5")]
    public async Task The_log_is_filtered_and_cut(string line, string numbers)
    {
        var fleet = new FakeFleet();
        fleet.Entries.AddRange(Enumerable.Range(1, 5).Select(id => new LogEntry(id, Samples.Noon, id % 2 == 1 ? "lane.held" : "slot.started", "ps2", $"number {id}")));

        var run = await CommandRun.OfAsync(fleet, line.Split(' '));

        Assert.Equal(numbers, string.Join(' ', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split(' ')[^1])));
    }

    [Fact]
    public async Task A_difference_is_told_with_whose_paths_are_touched_and_without_control_characters()
    {
        var fleet = new FakeFleet
        {
            Diff = new SlotDiff(
                "ps2", "origin/main", "a", "b",
                [new DiffCommit("0123456789abcdef", "Add \u001b[31mred", "PS#2", Samples.Noon, "")],
                [
                    new DiffFile("committed", "modified", "docs/a.md", null, "100644", "100644", "text", 1, 1, "docs/a.md is win's (role docs)", false, [new DiffHunk(1, 1, 1, 1, "", ["-old", "+new\u001b]0;x\a"])]),
                    new DiffFile("untracked", "added", "blog/b.md", null, "000000", "100644", "text", 2, 0, "", true, []),
                ],
                3,
                ""),
        };

        var whole = await CommandRun.OfAsync(fleet, "diff", "ps2");
        var stat = await CommandRun.OfAsync(fleet, "diff", "ps2", "--stat");
        var json = await CommandRun.OfAsync(fleet, "diff", "ps2", "--json", "--path", "docs/a.md");

        Assert.Equal(
            """
            ps2: 1 commit not on origin/main, 3 files
              01234567 Add \x1b[31mred

            === committed modified docs/a.md  +1 -1  NOT ITS DOMAIN: docs/a.md is win's (role docs)
            @@ -1,1 +1,1 @@
            -old
            +new\x1b]0;x\x07

            === untracked added blog/b.md  +2 -0
            (more: fleet diff ps2 --path blog/b.md)
            and 1 more file

            """,
            whole.Output);
        Assert.Contains("  committed modified docs/a.md  +1 -1  NOT ITS DOMAIN", stat.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("@@", stat.Output, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(json.Output);
        Assert.Equal("docs/a.md is win's (role docs)", parsed.RootElement.GetProperty("files")[0].GetProperty("violation").GetString());
        Assert.Contains("diff ps2 docs/a.md", fleet.Asked);
    }

    [Fact]
    public async Task A_transcript_is_printed_as_it_was_said_without_control_characters()
    {
        var fleet = new FakeFleet
        {
            Transcript = new SlotTranscript(
                "ps2",
                "/t.jsonl",
                [
                    new SaidEntry("prompt", Samples.Noon, "mend\nthe test", false),
                    new SaidEntry("tool", null, "Bash: npm test", false),
                    new SaidEntry("result", null, "1\tok\u001b[2J", false),
                    new SaidEntry("answer", null, "Look there.", true),
                    new SaidEntry("answer", null, "Mended.", false),
                    new SaidEntry("note", null, "interrupted", false),
                ],
                400,
                900,
                2),
        };

        var run = await CommandRun.OfAsync(fleet, "transcript", "ps2", "--last", "6");
        Assert.Equal("> mend\n  the test\n$ Bash: npm test\n  1\tok\\x1b[2J\n| Look there.\nMended.\n-- interrupted\n", run.Output);
        Assert.Contains("2 lines of /t.jsonl", run.Error, StringComparison.Ordinal);
        Assert.Contains("transcript ps2 6", fleet.Asked);

        using var json = JsonDocument.Parse((await CommandRun.OfAsync(fleet, "transcript", "ps2", "--json")).Output);
        Assert.Equal(["slot", "path", "entries", "before", "end", "skipped"], Keys(json.RootElement));
        Assert.Equal(2, (await CommandRun.OfAsync(fleet, "transcript", "ps2", "--last", "0")).Code);
    }

    [Fact]
    public async Task Domains_their_history_and_a_day_of_migrations_are_told_to_people_and_scripts()
    {
        var fleet = new FakeFleet();

        var coverage = await CommandRun.OfAsync(fleet, "role", "coverage", "--try", "blog/a*", "--try", "docs/**");
        Assert.Equal(
            """
            10 files on origin/main: 6 of one role, 1 shared, 3 of nobody
            ROLE  FILES  PATTERNS
            blog  6      blog/**=6
              nobody's: docs/ (3)
            tried blog/a* docs/**: 2 files, 1 of them nobody's now
              meets blog in 1 files: blog/a.md

            """,
            coverage.Output);
        Assert.Contains("coverage blog/a* docs/**", fleet.Asked);
        using var json = JsonDocument.Parse((await CommandRun.OfAsync(fleet, "role", "coverage", "--json")).Output);
        Assert.Equal(["target", "tracked", "shared", "single", "roles", "uncoveredFiles", "uncovered", "overlaps"], Keys(json.RootElement));

        Assert.StartsWith("WHEN  SLOT", (await CommandRun.OfAsync(fleet, "role", "history", "blog")).Output, StringComparison.Ordinal);
        var nobody = await CommandRun.OfAsync(fleet, "role", "history", "nobody");
        Assert.Equal((2, "fleet: there is no role 'nobody'; the roles are blog\n"), (nobody.Code, nobody.Error));

        var day = await CommandRun.OfAsync(fleet, "migration", "day", "2026-11-20");
        Assert.Equal(
            """
            2026-11-20 UTC, comb, 1 version
            SLOT  USED  FREE  NEXT            OWNS
            ps2   1     7199  20261120120015  seconds 15-19 of every minute, UTC
              20261120110015  main  db/20261120110015_a.sql

            """,
            day.Output);
        Assert.Contains("day 2026-11-20", fleet.Asked);
    }

    [Fact]
    public async Task Down_wants_to_know_what()
    {
        var run = await CommandRun.OfAsync(new FakeFleet(), "down");

        Assert.Equal((2, "fleet: name the slots to stop, or say --all\n"), (run.Code, run.Error));
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
