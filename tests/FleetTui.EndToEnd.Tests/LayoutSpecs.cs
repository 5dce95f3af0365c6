using System.Diagnostics;
using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

/// <summary>Pages that the user cuts, in a real terminal.</summary>
public sealed class LayoutSpecs
{
    [Fact]
    public async Task A_page_is_cut_resized_by_key_and_mouse_saved_and_found_again_after_kill_9()
    {
        await using var fleet = await RunningFleet.UpAsync();
        int border;
        await using (var first = await fleet.OpenAsync(160, 40))
        {
            await first.ReadyAsync();
            await first.PressAsync("C-b", "M-1");
            border = Border(await first.ShowsAsync(screen => Header(screen.Split('\n')[0], "3 c"), "three slots side by side"));

            await first.PressAsync("C-b", "M-Right", "C-Right");
            await first.ShowsAsync(screen => Border(screen) == border + 6, $"the border at {border + 6}");

            await first.TypeAsync($"\e[<0;{border + 7};10M\e[<32;{border + 1};11M\e[<32;{border - 9};12M\e[<0;{border - 9};12m");
            await first.ShowsAsync(screen => Border(screen) == border - 10, $"the border dragged to {border - 10}");

            await first.PressAsync("C-b", "W");
            await first.TypeAsync("mine");
            await first.PressAsync("Enter");
            await first.ShowsAsync("layout saved");

            await first.PressAsync("C-b", "\"");
            await first.ShowsAsync("nothing is here yet");
            await Eventually.TrueAsync(() => Kept(fleet).Contains("rows(", StringComparison.Ordinal), () => "the split to be kept");
            Process.GetProcessById(await first.ProcessAsync()).Kill();
            await first.EndsAsync();
        }

        await using var second = await fleet.OpenAsync(160, 40);
        var screen = await second.ShowsAsync(screen => Header(screen, "1 a") && Header(screen, "2 b") && Header(screen, "empty 1"), "the page as it was");
        Assert.Equal(border - 10, Border(screen));

        await second.PressAsync("C-b", ":");
        await second.TypeAsync("load-layout mine");
        await second.PressAsync("Enter");
        screen = await second.ShowsAsync(screen => !Header(screen, "empty 1"), "the saved layout");
        Assert.Equal(border - 10, Border(screen));

        await second.ResizeAsync(60, 16);
        await second.ShowsAsync(screen => screen.TrimEnd().Split('\n').Length <= 16 && Border(screen) < 60, "the page in a small window");
        await second.ResizeAsync(160, 40);
        await second.ShowsAsync(screen => Header(screen, "1 a") && Header(screen, "2 b") && Border(screen) == border - 10, "the page again");
    }

    [Fact]
    public async Task Who_only_looks_on_types_nothing_and_starts_nothing()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var terminal = await fleet.World.OpenAsync(fleet.Root, 120, 40, "attach", "--read-only");
        await terminal.ShowsAsync("READ-ONLY");
        await terminal.ReadyAsync();
        await terminal.TypeAsync("echo typed-$((40+2))");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync("this console is read-only");
        await terminal.PressAsync("C-b", "R");
        await terminal.ShowsAsync("restart is not done");
        Assert.DoesNotContain("typed", (await fleet.FleetAsync("capture", "a", "--scrollback", "500")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_on_a_fleet_that_does_not_run_is_told_so()
    {
        await using var fleet = RunningFleet.Of(1);
        await fleet.DoneAsync("trust");
        await using var terminal = await fleet.World.OpenAsync(fleet.Root, 80, 24, "attach", "--read-only");
        Assert.Equal(3, await terminal.EndsAsync());
    }

    private static bool Header(string screen, string slot) => screen.Contains($" {slot} ", StringComparison.Ordinal);

    /// <summary>The column of the line between the first two tiles: the first in a row.</summary>
    private static int Border(string screen)
    {
        var row = screen.Split('\n')[9];
        return Enumerable.Range(0, row.Length).Where(x => row[x] is '│' or '┃').FirstOrDefault(-1);
    }

    private static string Kept(RunningFleet fleet)
    {
        var file = Path.Combine(fleet.Root, ".git", "fleet", "console.json");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }
}
