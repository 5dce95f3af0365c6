using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

/// <summary>Reading back, copying and stopping in a real terminal.</summary>
public sealed class CopyingSpecs
{
    [Fact]
    public async Task What_is_found_in_the_scrollback_is_copied_pasted_and_reaches_the_terminals_clipboard()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.SetAsync("set-clipboard", "on");
        await terminal.ReadyAsync();
        await terminal.TypeAsync("echo need-$((40+2)) here; seq 200; echo end-$((1+1))");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("end-2");

        await terminal.PressAsync("C-b", "[", "?");
        await terminal.TypeAsync("need-42");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("need-42 here");
        await terminal.PressAsync("v", "E", "y");
        await terminal.ShowsAsync("7 characters sent");
        await Eventually.TrueAsync(async () => await terminal.BufferAsync() == "need-42", () => "tmux to have the text");

        await terminal.TypeAsync("echo pasted-");
        await terminal.PressAsync("C-b", "]", "Enter");
        await terminal.ShowsAsync("pasted-need-42");
    }

    [Fact]
    public async Task Stopped_and_continued_the_shell_and_then_the_console_have_the_terminal_whole()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenShellAsync(120, 40);
        await terminal.TypeAsync($"'{BuiltFleet.Executable}'");
        await terminal.PressAsync("Enter");
        await terminal.ReadyAsync();

        await terminal.PressAsync("C-b", "C-z");
        await terminal.ShowsAsync("Stopped");
        await terminal.TypeAsync("echo shell-$((40+2))");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("shell-42");

        await terminal.TypeAsync("fg");
        await terminal.PressAsync("Enter");
        await terminal.ReadyAsync();
        await terminal.TypeAsync("echo again-$((40+2))");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("again-42");
        await terminal.PressAsync("C-b", "d");
        await terminal.ShowsAsync("detached from fleet");
    }
}
