using FleetTui.Cli.Doctor;

namespace FleetTui.Cli.Tests.Setup;

public sealed class DoctorVerbSpecs
{
    [Fact]
    public async Task A_fleet_that_can_run_has_no_failure()
    {
        using var place = new SetupPlace();
        place.Install("claude");
        await place.RunAsync("init");
        await place.RunAsync("trust");

        var run = await place.RunAsync("doctor");

        Assert.DoesNotContain("fail  ", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
        Assert.Contains("ok    agents         claude for 10 slots: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("warn  agents         codex for 2 slots: codex was not found → Install it with", run.Output, StringComparison.Ordinal);
        Assert.Contains("ok    remote         origin/main\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_fails_with_its_fix()
    {
        using var place = new SetupPlace();
        place.Git.Write(place.Root, "roles.toml", "slot = [{ id = 'ps1' }, { id = 'ps2', worktree = 'taken' }]\n");
        place.Git.Write(place.Root, "fleet.toml", "landing.branch = 'trunk'\n");
        place.Git.Write(place.Root, "taken/file", "x");

        var run = await place.RunAsync("doctor");

        Assert.Equal(1, run.Code);
        Assert.Contains("fail  trust          the configuration is not trusted yet → fleet trust\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("fail  remote         origin has no branch trunk → git push origin HEAD:refs/heads/trunk", run.Output, StringComparison.Ordinal);
        Assert.Contains("fail  worktrees      taken of ps2 is not a worktree of this repository", run.Output, StringComparison.Ordinal);
        Assert.Contains("warn  worktrees      .claude/worktrees/instance-ps1 is not ignored by git", run.Output, StringComparison.Ordinal);
        Assert.Contains("fail  agents         claude for 2 slots", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remote_that_cannot_be_reached_and_a_missing_one_only_warn()
    {
        using var place = new SetupPlace();
        place.Git.Write(place.Root, "roles.toml", "slot = [{ id = 'ps1' }]\n");
        place.Git.Git(place.Root, "remote", "set-url", "origin", "/nowhere");
        var unreachable = await place.RunAsync("doctor");
        place.Git.Git(place.Root, "remote", "remove", "origin");
        var none = await place.RunAsync("doctor");

        Assert.Contains("warn  remote         origin cannot be reached", unreachable.Output, StringComparison.Ordinal);
        Assert.Contains("warn  remote         there is none", none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_a_repository_the_machine_is_still_looked_at()
    {
        using var place = new SetupPlace();

        var run = await place.RunInAsync(place.Git.Path, "doctor", "--json");

        Assert.Equal(1, run.Code);
        Assert.Contains("""{"topic":"repository","grade":"fail",""", run.Output, StringComparison.Ordinal);
        Assert.Contains("""{"topic":"TERM","grade":"ok","text":"xterm-256color","fix":""}""", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM=dumb", "TERM", Grade.Warn)]
    [InlineData("TERM=screen-256color", "colours", Grade.Ok)]
    [InlineData("TERM=vt100", "colours", Grade.Warn)]
    [InlineData("TERM=vt100 NO_COLOR=1", "colours", Grade.Ok)]
    [InlineData("LANG=de_DE.UTF-8", "encoding", Grade.Ok)]
    [InlineData("LANG=de_DE.UTF-8 LC_ALL=C", "encoding", Grade.Warn)]
    [InlineData("TMUX=/tmp/tmux-0/default,1,0", "tmux", Grade.Warn)]
    public void The_terminal_is_judged_by_its_environment(string variables, string topic, object grade)
    {
        var environment = variables.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

        var findings = TerminalFindings.Of(environment.GetValueOrDefault, new TerminalFindings.Screen(80, 24), prefix: null);

        Assert.Equal(grade, Assert.Single(findings, finding => finding.Topic == topic).Grade);
    }

    [Theory]
    [InlineData("C-b", 1)]
    [InlineData("C-Space", 0)]
    public void Tmux_around_the_console_matters_only_while_both_have_one_prefix(string prefix, int warnings) =>
        Assert.Equal(warnings, TerminalFindings.Of(name => name == "TMUX" ? "/s,1,0" : null, new TerminalFindings.Screen(80, 24), prefix).Count(finding => finding.Topic == "tmux"));

    [Theory]
    [InlineData(80, 24, Grade.Ok)]
    [InlineData(79, 24, Grade.Warn)]
    [InlineData(80, 23, Grade.Warn)]
    public void A_small_terminal_is_told(int columns, int rows, object grade) =>
        Assert.Equal(grade, TerminalFindings.Of(_ => null, new TerminalFindings.Screen(columns, rows), prefix: null).First().Grade);
}
