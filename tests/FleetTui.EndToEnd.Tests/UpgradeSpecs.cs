using FleetTui.EndToEnd.Tests.Harness;
using FleetTui.Testing;

namespace FleetTui.EndToEnd.Tests;

/// <summary>A running fleet and a newer program: what the user sees, and what agents do not.</summary>
public sealed class UpgradeSpecs
{
    [Fact]
    public async Task An_open_console_keeps_its_screen_and_takes_every_key_while_the_host_is_upgraded()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.ReadyAsync();
        await terminal.PressAsync("C-b", "z");
        await terminal.TypeAsync("clear; PS1='> '; seq 1 20; echo mark-$((40+2))");
        await terminal.PressAsync("Enter");

        // The pane grows a moment after the zoom, and then has its first lines back.
        var before = Middle(await terminal.ShowsAsync(screen => Middle(screen) is var shown && shown.StartsWith("1\n2\n", StringComparison.Ordinal) && shown.Contains("mark-42", StringComparison.Ordinal) && shown.TrimEnd().EndsWith('>'), "twenty lines, the mark and a prompt"));
        var agents = (await fleet.PidAsync("a"), await fleet.PidAsync("b"));

        var upgraded = (await fleet.DoneAsync("host", "upgrade", "--json")).Json;

        Assert.Equal(2, upgraded.GetProperty("generation").GetInt32());
        Assert.Equal(3, upgraded.GetProperty("running").GetInt32());
        Assert.Equal(before, Middle(await terminal.ScreenAsync()));
        Assert.Equal(agents, (await fleet.PidAsync("a"), await fleet.PidAsync("b")));

        var again = fleet.DoneAsync("host", "upgrade");
        await terminal.TypeAsync("echo typed-");
        foreach (var piece in "0123456789abcdefghijklmnopqrstuvwxyz")
        {
            await terminal.TypeAsync($"{piece}");
        }

        await terminal.PressAsync("Enter");
        await again;
        await terminal.ShowsAsync("\ntyped-0123456789abcdefghijklmnopqrstuvwxyz\n");
        Assert.Equal(before.Split('\n')[..20], Middle(await terminal.ScreenAsync()).Split('\n')[..20]);
        Assert.Equal(3, (await fleet.DoneAsync("host", "status", "--json")).Json.GetProperty("generation").GetInt32());
    }

    [Fact]
    public async Task Who_reads_back_stays_on_the_line()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.ReadyAsync();
        await terminal.PressAsync("C-b", "z");
        await terminal.TypeAsync("seq 1 300; echo mark-$((40+2))");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("mark-42");
        await terminal.PressAsync("C-b", "[");
        await terminal.PressAsync("PPage", "PPage");
        var before = Middle(await terminal.ShowsAsync("\n200\n"));

        await fleet.DoneAsync("host", "upgrade");

        Assert.Equal(before, Middle(await terminal.ScreenAsync()));
        await terminal.PressAsync("PPage");
        await terminal.ShowsAsync("\n160\n");
    }

    [Fact]
    public async Task A_newer_program_takes_the_daemons_place_by_itself_and_the_hosts_when_told_and_no_agent_notices()
    {
        await using var fleet = await RunningFleet.UpAsync();
        var agent = await fleet.PidAsync("a");
        await fleet.DoneAsync("send", "a", "kept=yes", "--enter");
        using var elsewhere = new TemporaryDirectory();
        var newer = Copy(elsewhere["newer"], TimeSpan.FromDays(1));

        var status = (await RunAsync(newer, fleet, "host", "status", "--json")).Json;
        Assert.Equal("older", status.GetProperty("build").GetString());
        var daemon = Assert.Single(fleet.World.Processes("fleet daemon"));
        await RunAsync(newer, fleet, "up");
        var next = Assert.Single(fleet.World.Processes("fleet daemon"));
        Assert.NotEqual(daemon, next);
        Assert.Equal(agent, await fleet.PidAsync("a"));

        // The older program finds the newer daemon and leaves it.
        await fleet.DoneAsync("up");
        Assert.Equal(next, Assert.Single(fleet.World.Processes("fleet daemon")));

        await RunAsync(newer, fleet, "host", "upgrade");
        status = (await RunAsync(newer, fleet, "host", "status", "--json")).Json;
        Assert.Equal(("same", newer), (status.GetProperty("build").GetString(), status.GetProperty("executable").GetString()));
        Assert.Equal(agent, await fleet.PidAsync("a"));
        await fleet.DoneAsync("send", "a", "echo still-$kept", "--enter");
        await fleet.PaneShowsAsync("a", "still-yes");
    }

    [Fact]
    public async Task Without_a_host_or_with_wrong_words_one_sentence_says_so()
    {
        using var repository = new FleetRepository();
        await using var world = new UserWorld();
        foreach (var verb in (string[])["status", "upgrade"])
        {
            var run = await world.FleetAsync(repository.Root, "host", verb);
            Assert.Equal((3, 1), (run.Code, run.Error.Count(c => c == '\n')));
            Assert.StartsWith("fleet: no terminal host runs for ", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await world.FleetAsync(repository.Root, "host", "upgrad")).Code);
        Assert.Equal(2, (await world.FleetAsync(repository.Root, "host")).Code);
    }

    private static async Task<ProgramRun> RunAsync(string program, RunningFleet fleet, params string[] arguments)
    {
        var run = await ProgramRun.OfAsync(program, arguments, fleet.Root, fleet.World.Environment, TimeSpan.FromMinutes(2));
        Assert.True(run.Code == 0, $"{program} {string.Join(' ', arguments)} answered {run.Code}:\n{run.Output}{run.Error}");
        return run;
    }

    /// <summary>The program again, as if built so much later.</summary>
    private static string Copy(string directory, TimeSpan later)
    {
        Directory.CreateDirectory(directory);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(BuiltFleet.Executable)!))
        {
            var copy = Path.Combine(directory, Path.GetFileName(file));
            File.Copy(file, copy);
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file) + later);
        }

        return Path.Combine(directory, "fleet");
    }

    /// <summary>Without the rows that tell times: the slot's header and the status line.</summary>
    private static string Middle(string screen) => string.Join('\n', screen.TrimEnd('\n').Split('\n')[1..^1]);
}
