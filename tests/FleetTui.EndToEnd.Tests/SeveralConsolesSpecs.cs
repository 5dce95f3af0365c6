using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

/// <summary>Several consoles of one fleet at once, each in a terminal of its own size.</summary>
public sealed class SeveralConsolesSpecs
{
    [Fact]
    public async Task Each_has_its_own_focus_and_zoom_a_small_one_ruins_no_size_for_good_and_who_looks_on_types_nothing()
    {
        await using var fleet = await RunningFleet.UpAsync();
        await using var large = await fleet.OpenAsync(170, 45);
        await large.ReadyAsync();
        await using var small = await fleet.OpenAsync(80, 24);
        await small.ReadyAsync();
        await using var looker = await fleet.World.OpenAsync(fleet.Root, 90, 30, "attach", "--read-only");
        await looker.ReadyAsync();

        // The large one works in b, zoomed; the others stay on a.
        await large.PressAsync("C-b", "o");
        await large.PressAsync("C-b", "z");
        await large.ShowsAsync(screen => screen.Contains("ZOOM", StringComparison.Ordinal) && Header(screen, "2 b"), "b zoomed");
        await large.TypeAsync("echo size $(stty size)");
        await large.PressAsync("Enter");
        await large.ShowsAsync("size 43 170");
        Assert.True(Header(await small.ScreenAsync(), "1 a"));
        Assert.DoesNotContain("ZOOM", await small.ScreenAsync(), StringComparison.Ordinal);

        // Who only looks sees the same bytes, and its going there and typing change nothing.
        await looker.PressAsync("C-b", "o");
        await looker.ShowsAsync("size 43 170");
        await looker.TypeAsync("echo typed");
        await looker.ShowsAsync("this console is read-only");
        await looker.ResizeAsync(60, 20);

        // The small one going there, zooming and reading back there changes nothing either.
        await small.PressAsync("C-b", "o");
        await small.ShowsAsync("size 43 170");
        await small.PressAsync("C-b", "z", "C-b", "[", "PPage", "q");
        await large.TypeAsync("echo still $(stty size)");
        await large.PressAsync("Enter");
        await large.ShowsAsync("still 43 170");

        // Who types owns the size, until the other one types again.
        await small.PressAsync("Enter");
        await large.TypeAsync("until [ \"$(stty size)\" = '43 170' ]; do sleep 0.1; done; echo again-$((20+1))");
        await large.PressAsync("Enter");
        await large.ShowsAsync("again-21");
        Assert.Contains("ZOOM", await large.ScreenAsync(), StringComparison.Ordinal);

        // Leaving one leaves the others.
        await small.PressAsync("C-b", "d");
        Assert.Equal(0, await small.EndsAsync());
        await large.TypeAsync("echo on-$((20+2))");
        await large.PressAsync("Enter");
        await large.ShowsAsync("on-22");
        await looker.ShowsAsync("on-22");
        Assert.DoesNotContain("typed", (await fleet.FleetAsync("capture", "b", "--scrollback", "500")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_wrong_keep_nobody_from_their_own_prefix_and_are_told()
    {
        await using var fleet = await RunningFleet.UpAsync(1);
        var file = Path.Combine(fleet.Root, "fleet.toml");
        await File.AppendAllTextAsync(file, "\n[console]\nprefix = \"C-Space\"\ntheme = \"purple\"\n", TestContext.Current.CancellationToken);
        await using var console = await fleet.OpenAsync(120, 40);
        await console.ShowsAsync("console.theme must be one of");
        await console.PressAsync("C-Space", "?");
        await console.ShowsAsync("prefix C-Space");
    }

    private static bool Header(string screen, string slot) => screen.Split('\n').Any(line => line.Contains($"─ {slot} ", StringComparison.Ordinal) || line.Contains($"━ {slot} ", StringComparison.Ordinal));
}
