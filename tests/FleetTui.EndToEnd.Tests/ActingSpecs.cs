using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

/// <summary>What a user does to slots from the console, in a real tmux.</summary>
public sealed class ActingSpecs
{
    [Fact]
    public async Task A_prompt_written_once_reaches_several_slots()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.ReadyAsync();

        await terminal.PressAsync("C-b", "B");
        await terminal.ShowsAsync("prompt to");
        await terminal.PressAsync("Tab");
        await terminal.TypeAsync("echo told-$((20+3))");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("(y/n)");
        await terminal.PressAsync("y");

        foreach (var slot in new[] { "a", "b" })
        {
            await Eventually.TrueAsync(
                async () => (await fleet.DoneAsync("capture", slot)).Output.Contains("told-23", StringComparison.Ordinal),
                () => $"the prompt in slot {slot}");
        }
    }

    [Fact]
    public async Task A_shell_lies_over_the_slots_and_goes_with_its_end_and_a_verb_shows_what_it_prints()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.ReadyAsync();

        await terminal.PressAsync("C-b", ">");
        await terminal.ShowsAsync("shell in the worktree");
        await terminal.PressAsync("h");
        await terminal.ShowsAsync("POPUP");
        await terminal.TypeAsync("echo pop$((1+1))");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("pop2");
        await terminal.TypeAsync("exit");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync(screen => !screen.Contains("POPUP", StringComparison.Ordinal), "no popup");

        await terminal.PressAsync("C-b", ":");
        await terminal.TypeAsync("fleet role list");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("HOLDER");
    }
}
