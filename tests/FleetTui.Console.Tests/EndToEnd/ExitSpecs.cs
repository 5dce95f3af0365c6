namespace FleetTui.Console.Tests.EndToEnd;

/// <summary>
/// Every way out of the real console gives the terminal back as it was. A pseudo-terminal of our own tells what a host's pane does not: its termios,
/// and every byte that was sent.
/// </summary>
public sealed class ExitSpecs
{
    private static readonly string KittyPushed = $"\e[>{Loop.KeyboardFlags.Always}u";

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("INT")]
    [InlineData("QUIT")]
    public async Task A_signal_gives_all_back(string signal)
    {
        await using var panes = await PanesOnly.StartAsync();
        await using var console = await BareTerminal.StartAsync(panes.Socket, "xterm-256color");
        await console.UntilSentAsync("this is vscode");
        await console.AnswerAsync("\e[?0u\e[?62;22c");
        await console.UntilSentAsync(KittyPushed);
        await console.SignalAsync(signal);
        Assert.Equal(0, await console.EndedAsync());
        console.AssertGivenBack(kitty: true);
    }

    [Fact]
    public async Task Two_hang_ups_in_a_row_end_it_once_with_all_given_back()
    {
        await using var panes = await PanesOnly.StartAsync();
        await using var console = await BareTerminal.StartAsync(panes.Socket, "xterm-256color");
        await console.UntilSentAsync("this is vscode");
        await console.AnswerAsync("\e[?62;22c");
        await console.UntilSentAsync("\e[>4;1m");
        await console.SignalAsync("HUP");
        await console.SignalAsync("HUP");
        Assert.Equal(0, await console.EndedAsync());
        console.AssertGivenBack(kitty: false);
    }

    [Fact]
    public async Task An_exception_that_nobody_catches_gives_all_back_and_is_told_afterwards()
    {
        await using var panes = await PanesOnly.StartAsync();
        await using var console = await BareTerminal.StartAsync(panes.Socket, "xterm-256color", ("FLEET_TEST_CRASH", "1"));
        await console.UntilSentAsync("this is vscode");
        await console.AnswerAsync("\e[?0u\e[?62;22c");
        await console.UntilSentAsync(KittyPushed);
        await console.SignalAsync("USR1");
        Assert.NotEqual(0, await console.EndedAsync());
        console.AssertGivenBack(kitty: true);
        Assert.True(console.Sent.LastIndexOf("meant to crash", StringComparison.Ordinal) > console.Sent.LastIndexOf("\e[?1049l", StringComparison.Ordinal), "the crash is told where it can be read");
    }

    [Fact]
    public async Task A_terminal_that_hangs_up_ends_it()
    {
        await using var panes = await PanesOnly.StartAsync();
        await using var console = await BareTerminal.StartAsync(panes.Socket, "xterm-256color");
        await console.UntilSentAsync("this is vscode");
        await console.HangUpAsync();
        await console.EndedAsync();
    }

    [Fact]
    public async Task A_host_that_is_gone_leaves_a_console_that_detaches_with_all_given_back()
    {
        var panes = await PanesOnly.StartAsync();
        await using var console = await BareTerminal.StartAsync(panes.Socket, "xterm-256color");
        await console.UntilSentAsync("this is vscode");
        await panes.DisposeAsync();
        await console.AnswerAsync("\u0002d");
        Assert.Equal(0, await console.EndedAsync());
        console.AssertGivenBack(kitty: false);
    }

    [Fact]
    public async Task Suspending_gives_all_back_and_going_on_takes_it_again()
    {
        await using var panes = await PanesOnly.StartAsync();
        await using var console = await BareTerminal.StartAsync(panes.Socket, "xterm-256color");
        await console.UntilSentAsync("this is vscode");
        await console.AnswerAsync("\u0002\u001a");
        await console.StoppedAsync();
        console.AssertGivenBack(kitty: false);
        console.Forget();
        await console.SignalAsync("CONT");
        await console.UntilSentAsync("\e[?1049h");
        await console.UntilSentAsync("this is vscode");
        await console.SignalAsync("TERM");
        Assert.Equal(0, await console.EndedAsync());
        console.AssertGivenBack(kitty: false);
    }

    [Theory]
    [InlineData("linux")]
    [InlineData("screen")]
    [InlineData("screen-256color")]
    [InlineData("tmux-256color")]
    [InlineData("xterm")]
    [InlineData("xterm-256color")]
    [InlineData("xterm-kitty")]
    public async Task Every_terminal_gets_its_screen_and_nothing_that_it_never_said_it_knows(string term)
    {
        await using var panes = await PanesOnly.StartAsync();
        await using var console = await BareTerminal.StartAsync(panes.Socket, term);
        await console.UntilSentAsync("in all colours");
        // DA1 alone: as a terminal does that knows neither kitty's keyboard nor synchronized output.
        await console.AnswerAsync("\e[?6c");
        await console.AnswerAsync("xyz");
        await console.UntilSentAsync("xyz");
        var sent = console.Sent;
        Assert.DoesNotMatch(@"\e\[>\d+u", sent);
        Assert.DoesNotContain("\e[?2026h", sent, StringComparison.Ordinal);
        Assert.Equal(term == "xterm-kitty", System.Text.RegularExpressions.Regex.IsMatch(sent, @"\e\[[\d;:]*[34]8[;:]2[;:]"));
        if (term is "linux" or "screen" or "xterm")
        {
            Assert.DoesNotMatch(@"\e\[[\d;:]*[34]8[;:]5[;:]", sent);
        }

        if (term == "linux")
        {
            Assert.DoesNotContain("\e]8;", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("\e[>0q", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("\e[4:", sent, StringComparison.Ordinal);
        }

        await console.SignalAsync("TERM");
        Assert.Equal(0, await console.EndedAsync());
        console.AssertGivenBack(kitty: false);
    }
}
