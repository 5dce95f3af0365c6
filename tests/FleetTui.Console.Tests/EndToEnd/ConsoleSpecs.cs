using FleetTui.Terminal;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Tests.EndToEnd;

public sealed class ConsoleSpecs
{
    [Fact]
    public async Task What_is_typed_reaches_the_program_as_it_was_typed()
    {
        await using var console = await ConsoleInTerminal.StartAsync(80, 24);
        await console.UntilAsync(screen => screen.Contains("this is vscode", StringComparison.Ordinal));
        await console.PressAsync("h i C-b C-b C-a M-f Up Enter");
        await console.UntilAsync(screen => screen.Contains("hi^B^A^[f^[[A", StringComparison.Ordinal), "vscode");
        await console.UntilAsync(screen => screen.Contains("hi^B^A^[f^[[A", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Detaching_leaves_the_terminal_as_it_was_and_every_slot_running()
    {
        await using var console = await ConsoleInTerminal.StartAsync(120, 40);
        await console.UntilAsync(screen => screen.Contains("this is vscode", StringComparison.Ordinal));
        Assert.True(console.Terminal.Modes.AlternateScreen);
        await console.PressAsync("C-b d");
        var info = await console.EndedAsync();
        Assert.Equal(0, info.ExitCode);
        await AssertRestoredAsync(console);
        await console.UntilAsync(screen => screen.Contains("[detached from fleet demo]", StringComparison.Ordinal));
        Assert.All((await console.Host.ListAsync(CancellationToken.None)).Where(pane => pane.Pane != "outer"), pane => Assert.Equal(PaneLife.Running, pane.Life));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("INT")]
    [InlineData("QUIT")]
    public async Task A_signal_ends_it_with_the_terminal_restored(string signal)
    {
        await using var console = await ConsoleInTerminal.StartAsync(80, 24);
        await console.UntilAsync(screen => screen.Contains("this is vscode", StringComparison.Ordinal));
        var process = (await console.Host.ListAsync(CancellationToken.None)).Single(pane => pane.Pane == "outer").ProcessId;
        using (var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", process.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        Assert.Equal(0, (await console.EndedAsync()).ExitCode);
        await AssertRestoredAsync(console);
    }

    [Fact]
    public async Task Every_key_of_the_tables_can_be_pressed_and_the_console_is_still_there()
    {
        await using var console = await ConsoleInTerminal.StartAsync(200, 50);
        await console.UntilAsync(screen => screen.Contains("this is vscode", StringComparison.Ordinal));
        foreach (var key in Console.Keys.DefaultKeys.Prefix.Where(binding => binding.Command is not ("detach" or "suspend")).Select(binding => $"C-b {binding.Key}").Concat(Console.Keys.DefaultKeys.Root.Select(binding => binding.Key.ToString())))
        {
            await console.PressAsync($"{key} C-c C-c");
        }

        await console.PressAsync("C-b : l a y o u t Space c h i p s Enter");
        await console.PressAsync("C-b ?");
        await console.UntilAsync(screen => screen.Contains("keys   prefix C-b", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_screen_follows_the_window_and_no_cell_is_stale()
    {
        await using var console = await ConsoleInTerminal.StartAsync(200, 50);
        await console.UntilAsync(screen => screen.Contains("this is win", StringComparison.Ordinal));
        foreach (var (columns, rows) in new[] { (80, 24), (33, 8), (120, 40), (60, 15), (201, 49) })
        {
            await console.ResizeAsync(columns, rows);
        }

        await console.ResizeAsync(120, 40);
        var screen = await console.UntilAsync(now => now.Split('\n')[0].StartsWith("┌─ demo", StringComparison.Ordinal) && now.Contains("this is vscode", StringComparison.Ordinal) && now.Contains("keys", StringComparison.Ordinal));
        await console.PressAsync("C-b r");
        await console.PressAsync("C-b ~");
        await console.UntilAsync(now => now.Contains("MESSAGES", StringComparison.Ordinal));
        await console.PressAsync("q");
        var painted = await console.UntilAsync(now => !now.Contains("MESSAGES", StringComparison.Ordinal) && now.Contains("keys", StringComparison.Ordinal));
        Assert.Equal(Stable(screen), Stable(painted));
    }

    [Fact]
    public async Task A_program_that_asks_for_every_detail_of_keys_gets_it_through_the_console_and_the_shell_gets_its_keyboard_back()
    {
        await using var console = await ConsoleInTerminal.StartAsync(120, 40);
        await console.UntilAsync(screen => screen.Contains("this is vscode", StringComparison.Ordinal));
        await console.Host.StopAsync("vscode", TimeSpan.Zero, CancellationToken.None);
        await console.Host.StartAsync(new PaneStart("vscode", ["/bin/sh", "-c", @"printf '\033[>31u'; exec cat -v"], "/", ConsoleInTerminal.Variables(), 80, 24, 1000), CancellationToken.None);
        await console.UntilAsync(_ => console.Terminal.Modes.KittyKeyboard == 31);
        await console.Host.KeyAsync("outer", new Terminal.Input.KeyEvent(Terminal.Input.Key.Character, 'A', Terminal.Input.KeyModifiers.Shift, BaseRune: 'a'), CancellationToken.None);
        await console.Host.KeyAsync("outer", new Terminal.Input.KeyEvent(Terminal.Input.Key.Character, 'A', Terminal.Input.KeyModifiers.Shift, Terminal.Input.KeyAction.Release, 'a'), CancellationToken.None);
        await console.UntilAsync(screen => screen.Contains("^[[97:65;2;65u^[[97:65;2:3u", StringComparison.Ordinal));
        await console.PressAsync("C-b d");
        await AssertRestoredAsync(console);
    }

    [Theory]
    [InlineData("TERM", "dumb", "TERM is \"dumb\"")]
    [InlineData("TERM", "vt100", "TERM is \"vt100\"")]
    [InlineData("LANG", "C", "the locale is not UTF-8")]
    public async Task A_terminal_that_cannot_show_it_is_told_so_with_exit_code_2(string name, string value, string said)
    {
        await using var console = await ConsoleInTerminal.StartAsync(80, 24, (name, value));
        Assert.Equal(2, (await console.EndedAsync()).ExitCode);
        await console.UntilAsync(screen => screen.Contains(said, StringComparison.Ordinal));
    }

    /// <summary>Without the clock, which may have gone on meanwhile.</summary>
    private static string Stable(string screen) => System.Text.RegularExpressions.Regex.Replace(screen, @"\d\d:\d\d", "");

    private static async Task AssertRestoredAsync(ConsoleInTerminal console)
    {
        await console.UntilAsync(_ => !console.Terminal.Modes.AlternateScreen);
        lock (console.Terminal.Gate)
        {
            // A frame brings modes and cursor at once, but only to who holds the gate.
            var modes = console.Terminal.Modes;
            Assert.Equal((false, false, MouseTracking.Off, (byte)0, true), (modes.BracketedPaste, modes.FocusReports, modes.Mouse, modes.KittyKeyboard, console.Terminal.Cursor.Visible));
        }
    }
}
