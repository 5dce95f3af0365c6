using FleetTui.Agents.Launch;
using FleetTui.Agents.State;
using FleetTui.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Agents.Tests;

public sealed class AgentWatchSpecs
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_slot_that_was_never_started_is_stopped()
    {
        Assert.Equal(AgentActivity.Stopped, new AgentWatch(Reader("command"), Start).State.Activity);
    }

    [Fact]
    public void A_program_that_says_nothing_is_starting_then_unknown_and_never_idle()
    {
        var watch = Started("command");
        Assert.Equal("starting", watch.State.Activity.Word());

        watch.Take(new AgentSignal.Showing(), Start.AddSeconds(1));
        watch.Take(new AgentSignal.Bell(), Start.AddSeconds(2));
        watch.Take(new AgentSignal.TitleChanged("make"), Start.AddSeconds(3));

        Assert.Equal("unknown", watch.State.Activity.Word());
        Assert.Equal(Start.AddSeconds(1), watch.State.Since);
    }

    [Theory]
    [InlineData("idle", null, "idle", "")]
    [InlineData("working", null, "working", "")]
    [InlineData("done", null, "done", "")]
    [InlineData("blocked", "permission", "needs-input", "permission")]
    [InlineData("blocked", "question", "needs-input", "question")]
    [InlineData("blocked", "auth", "needs-input", "login")]
    [InlineData("error", null, "needs-input", "error")]
    [InlineData("nonsense", null, "unknown", "")]
    public void The_program_status_protocol_is_believed(string state, string? kind, string expected, string detail)
    {
        var watch = Started("codex");
        watch.Take(new AgentSignal.ProgramStatus(state, kind, null), Start.AddSeconds(5));

        Assert.Equal((expected, detail), (watch.State.Activity.Word(), watch.State.Detail));
    }

    [Fact]
    public void A_title_however_new_does_not_overrule_the_status_protocol()
    {
        var watch = Started("claude");
        watch.Take(new AgentSignal.ProgramStatus("blocked", "permission", null), Start.AddSeconds(1));
        watch.Take(new AgentSignal.TitleChanged("⠐ Claude Code"), Start.AddHours(1));

        Assert.Equal("needs-input", watch.State.Activity.Word());
        Assert.Equal("osc7501", watch.State.Source.Word());
        Assert.Equal(["title", "osc7501"], watch.History.Take(2).Select(report => report.Source.Word()));
    }

    [Fact]
    public void When_the_status_is_cleared_the_next_trusted_source_counts()
    {
        var watch = Started("claude");
        watch.Take(new AgentSignal.TitleChanged("⠐ Claude Code"), Start.AddSeconds(1));
        watch.Take(new AgentSignal.ProgramStatus("idle", null, null), Start.AddSeconds(2));
        Assert.True(watch.Take(new AgentSignal.ProgramStatus("clear", null, null), Start.AddSeconds(3)));

        Assert.Equal(("working", "title", Start.AddSeconds(3)), (watch.State.Activity.Word(), watch.State.Source.Word(), watch.State.Since));
    }

    [Fact]
    public void Claudes_spinner_is_working_and_its_star_is_idle()
    {
        var watch = Started("claude");
        watch.Take(new AgentSignal.TitleChanged("⠂ Fix the parser"), Start.AddSeconds(1));
        Assert.Equal("working", watch.State.Activity.Word());
        Assert.False(watch.Take(new AgentSignal.TitleChanged("⠐ Fix the parser"), Start.AddSeconds(2)));
        Assert.Equal(Start.AddSeconds(1), watch.State.Since);

        watch.Take(new AgentSignal.TitleChanged("✳ Fix the parser"), Start.AddSeconds(3));
        Assert.Equal("idle", watch.State.Activity.Word());
    }

    [Fact]
    public void A_permission_notice_is_not_taken_back_by_a_quiet_title_but_by_work()
    {
        var watch = Started("claude");
        watch.Take(new AgentSignal.TitleChanged("⠂ Fix"), Start.AddSeconds(1));
        watch.Take(new AgentSignal.Notification("Claude Code", "Claude needs your permission to use Bash"), Start.AddSeconds(2));
        watch.Take(new AgentSignal.TitleChanged("✳ Fix"), Start.AddSeconds(3));
        Assert.Equal(("needs-input", "permission"), (watch.State.Activity.Word(), watch.State.Detail));

        watch.Take(new AgentSignal.TitleChanged("⠂ Fix"), Start.AddSeconds(9));
        Assert.Equal("working", watch.State.Activity.Word());
    }

    [Theory]
    [InlineData("""{"pid":7,"status":"waiting","waitingFor":"permission prompt"}""", "needs-input", "permission")]
    [InlineData("""{"pid":7,"status":"busy"}""", "working", "")]
    [InlineData("""{"pid":7,"status":"idle"}""", "idle", "")]
    [InlineData("""{"pid":7,"status":"dreaming"}""", "unknown", "")]
    [InlineData("""{"pid":7,"sta""", "unknown", "")]
    [InlineData("7", "unknown", "")]
    public void Claudes_own_session_file_tells_a_question_from_idling(string content, string expected, string detail)
    {
        var watch = Started("claude");
        watch.Take(new AgentSignal.StatusFile(content), Start.AddSeconds(1));
        Assert.Equal((expected, detail), (watch.State.Activity.Word(), watch.State.Detail));

        if (expected != "unknown")
        {
            watch.Take(new AgentSignal.TitleChanged("✳ Fix"), Start.AddHours(1));
            Assert.Equal((expected, "files"), (watch.State.Activity.Word(), watch.State.Source.Word()));
        }
    }

    [Fact]
    public void A_progress_bar_that_nobody_took_away_yields_to_a_newer_title()
    {
        var watch = Started("claude");
        watch.Take(new AgentSignal.Progress(Shown: true, Error: false), Start.AddSeconds(1));
        watch.Take(new AgentSignal.TitleChanged("✳ Claude Code"), Start.AddSeconds(2));
        Assert.Equal("working", watch.State.Activity.Word());

        watch.Take(new AgentSignal.TitleChanged("Claude Code"), Start.AddSeconds(30));
        watch.Take(new AgentSignal.TitleChanged("✳ Claude Code"), Start.AddSeconds(31));
        Assert.Equal("idle", watch.State.Activity.Word());
    }

    [Fact]
    public void A_shell_with_prompt_marks_is_idle_at_its_prompt_and_working_in_a_command()
    {
        var watch = Started("command");
        watch.Take(new AgentSignal.Prompt(CommandRuns: false), Start.AddSeconds(1));
        Assert.Equal("idle", watch.State.Activity.Word());
        watch.Take(new AgentSignal.Prompt(CommandRuns: true), Start.AddSeconds(2));
        Assert.Equal("working", watch.State.Activity.Word());
    }

    [Theory]
    [InlineData(0, null, false, "stopped", "exit 0")]
    [InlineData(3, null, false, "crashed", "exit 3")]
    [InlineData(null, 9, false, "crashed", "signal 9")]
    [InlineData(null, 1, true, "stopped", "")]
    [InlineData(137, null, true, "stopped", "")]
    public void The_end_of_the_process_counts_whatever_was_said_before(int? code, int? signal, bool asked, string expected, string detail)
    {
        var watch = Started("claude");
        watch.Take(new AgentSignal.ProgramStatus("working", null, null), Start.AddSeconds(1));
        watch.Take(new AgentSignal.Exited(code, signal, asked), Start.AddSeconds(2));

        Assert.Equal((expected, detail, "process"), (watch.State.Activity.Word(), watch.State.Detail, watch.State.Source.Word()));
    }

    [Fact]
    public void A_new_start_forgets_what_the_old_process_said()
    {
        var watch = Started("codex");
        watch.Take(new AgentSignal.ProgramStatus("working", null, null), Start.AddSeconds(1));
        watch.Take(new AgentSignal.Exited(1, null, false), Start.AddSeconds(2));
        watch.Take(new AgentSignal.Started(), Start.AddSeconds(3));

        Assert.Equal("starting", watch.State.Activity.Word());
    }

    [Fact]
    public void Whatever_happens_idle_is_only_ever_said_by_the_program()
    {
        var signal = Gen.Elements<AgentSignal>(
            new AgentSignal.Started(), new AgentSignal.Showing(), new AgentSignal.Exited(0, null, false), new AgentSignal.Bell(),
            new AgentSignal.ProgramStatus("working", null, null), new AgentSignal.ProgramStatus("clear", null, null), new AgentSignal.ProgramStatus("blocked", null, null),
            new AgentSignal.Progress(true, false), new AgentSignal.Progress(false, false), new AgentSignal.TitleChanged("⠂ x"), new AgentSignal.TitleChanged("x"),
            new AgentSignal.Notification("", "needs your permission"), new AgentSignal.Prompt(true), new AgentSignal.Absent("gone"));
        Prop.ForAll(signal.ListOf().ToArbitrary(), signals =>
        {
            var watch = new AgentWatch(Reader("claude"), Start);
            return signals.Select((one, second) =>
            {
                watch.Take(one, Start.AddSeconds(second * 7));
                return watch.State.Activity != AgentActivity.Idle && (watch.Winner is null || watch.History.Contains(watch.Winner));
            }).All(held => held);
        }).QuickCheckThrowOnFailure();
    }

    private static AgentWatch Started(string kind)
    {
        var watch = new AgentWatch(Reader(kind), Start);
        watch.Take(new AgentSignal.Started(), Start);
        return watch;
    }

    private static Func<AgentSignal, SignalReading> Reader(string kind) =>
        AgentAdapters.For(new AgentDefinition(kind, kind, [kind], new Dictionary<string, string>(), "never")).Read;
}
