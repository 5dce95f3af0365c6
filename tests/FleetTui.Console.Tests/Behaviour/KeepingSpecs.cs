using FleetTui.Console.Effects;
using FleetTui.Console.Keeping;
using FleetTui.Console.Layouts;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Testing;

namespace FleetTui.Console.Tests.Behaviour;

/// <summary>What a console finds again at its next attach, and after kill -9.</summary>
public sealed class KeepingSpecs
{
    [Fact]
    public void Layout_order_focus_zoom_and_marks_come_back()
    {
        var before = new SampleFleet(200, 50).Press("C-b M-4 C-b M-Right C-b \" C-b } C-b k C-b O C-b N");
        before.Press("C-b z");
        var after = Again(before);
        Assert.Equal(before.Model.Own!.Pages.Select(LayoutText.Of), after.Model.Own!.Pages.Select(LayoutText.Of));
        Assert.Equal((before.Model.Layout, before.Model.Zoomed, before.Model.Order, before.Model.Focus), (after.Model.Layout, after.Model.Zoomed, after.Model.Order, after.Model.Focus));
        Assert.Equal(before.Screen(), after.Screen());
    }

    [Fact]
    public void An_order_of_ones_own_comes_back()
    {
        var before = new SampleFleet(200, 50).Press("C-b } C-b }");
        Assert.Equal(before.Model.Plan.Tiles, Again(before).Model.Plan.Tiles);
    }

    [Fact]
    public void Whoever_read_back_reads_on_at_the_same_line_while_the_program_is_the_same()
    {
        var before = new SampleFleet(120, 40);
        before.Panes["vscode"].With([.. Enumerable.Range(0, 200).Select(line => $"line {line}")]);
        before.Press("C-b [ C-u C-u C-u k");
        var top = before.Model.Focused!.Scroll!.Top;
        Assert.True(top < 150);

        var after = Again(before, pane => pane.With([.. Enumerable.Range(0, 230).Select(line => $"line {line}")]));
        Assert.Equal(top, after.Model.Focused!.Scroll!.Top);
        Assert.Contains("+30 new", after.Screen(), StringComparison.Ordinal);

        var other = Again(before, pane => pane.Info = pane.Info! with { ProcessId = 4711 });
        Assert.Null(other.Model.Focused!.Scroll);
    }

    [Fact]
    public void A_theme_chosen_here_comes_back_until_fleet_toml_names_another()
    {
        var before = new SampleFleet(120, 40).Press("C-b Y Down Enter");
        var kept = KeptState.Write(before.Model, "");
        Assert.Equal("light", Again(before).Model.ThemeName);
        var other = new SampleFleet(120, 40, SampleFleet.Options with { Theme = "terminal" }, prepare: model => KeptState.Read(model, kept));
        Assert.Equal("terminal", other.Model.ThemeName);
    }

    [Fact]
    public void Where_a_tile_was_panned_to_comes_back()
    {
        var before = new SampleFleet(200, 50).Press("C-b S-Right C-b S-Up");
        Assert.NotNull(before.Model.Focused!.Pan);
        var after = Again(before);
        Assert.Equal(before.Model.Focused!.Pan, after.Model.Focused!.Pan);
        Assert.Equal(before.Screen(), after.Screen());
    }

    [Theory]
    [InlineData("C-b w > > r")]
    [InlineData("C-b w > s Down")]
    [InlineData("C-b Q s C-b v")]
    [InlineData("C-b e f t")]
    [InlineData("C-b V s")]
    [InlineData("C-b w s q")]
    public async Task The_view_that_was_open_comes_back_where_it_was_with_its_order_and_filter(string keys)
    {
        var before = await new SampleFleet(200, 50).Press(keys).SettleAsync();
        var after = Again(before);
        Assert.Equal(before.Model.Board?.Kept, after.Model.Board?.Kept);
        Assert.Equal((before.Model.BoardAtSide, before.Model.BoardHasKeys), (after.Model.BoardAtSide, after.Model.BoardHasKeys));
        await after.SettleAsync();
        Assert.Equal(before.Api.Asked, after.Api.Asked);
        Assert.Equal(before.Screen(), after.Screen());
    }

    [Fact]
    public async Task A_view_of_a_day_of_migrations_and_of_a_tried_domain_ask_again_for_what_they_showed()
    {
        var day = await new SampleFleet(200, 50).Press("C-b S").SettleAsync();
        await day.Press("[").SettleAsync();
        Assert.Equal(["migrations", "2026-11-19"], Again(day).Model.Board!.Kept);
        var tried = await Command(new SampleFleet(200, 50), "role try docs/**").SettleAsync();
        Assert.Equal(["roles", "docs/**"], Again(tried).Model.Board!.Kept);
    }

    [Fact]
    public void The_rails_width_comes_back()
    {
        var before = Command(new SampleFleet(200, 50).Press("C-b Space"), "rail 41");
        Assert.Equal(39, before.Model.Plan.Rail!.Value.Width);
        Assert.Equal(before.Model.Plan.Rail, Again(before).Model.Plan.Rail);
    }

    [Fact]
    public void It_is_written_soon_after_it_changed_once_and_not_while_nothing_changes()
    {
        var fleet = new SampleFleet(200, 50).Wait(TimeSpan.FromSeconds(1));
        fleet.Effects.Clear();
        Assert.Empty(fleet.Press("a b c").Wait(TimeSpan.FromSeconds(1)).Effects.OfType<Effect.Keep>());
        Assert.Empty(fleet.Press("C-b % C-b z C-b n").Effects.OfType<Effect.Keep>());
        Assert.Single(fleet.Wait(TimeSpan.FromMilliseconds(250)).Effects.OfType<Effect.Keep>());
        Assert.Single(fleet.Wait(TimeSpan.FromSeconds(10)).Effects.OfType<Effect.Keep>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"layout":"Nonsense","pages":["rows("],"focus":7,"scroll":[3,{"slot":"vscode"}],"hints":"9","zoomed":[]}""")]
    [InlineData("""{"layout":"Own","pages":["rows(vscode win)","win"]}""")]
    [InlineData("""{"board":["fleet"],"board-keys":"True","pan":[{"slot":"win","left":-3,"top":"x"},7],"theme":"pink","theme-instead-of":"dark","rail-columns":"99999"}""")]
    [InlineData("""{"board":["fleet","nonsense","",""],"board-keys":"True","side":"True","pan":{}}""")]
    [InlineData("""{"layout":"Rail","rail":"Automatic","zoomed":"False","focus":"win","slots":"vscode win"}""")]
    public void A_file_that_is_broken_or_of_another_version_breaks_nothing(string text)
    {
        var fleet = new SampleFleet(120, 40, prepare: model => KeptState.Read(model, System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Contains("vscode", fleet.Screen(), StringComparison.Ordinal);
        Assert.Equal(12, fleet.Press("C-b Space C-b %").Model.Plan.PageSlots.Sum(page => page.Count));
    }

    [Fact]
    public void Consoles_open_at_once_have_a_file_each_and_a_terminal_finds_its_own_again()
    {
        using var directory = new TemporaryDirectory();
        var first = directory["console.json"];
        using (var one = KeptPlace.Claim(first, "/dev/pts/1"))
        {
            using var two = KeptPlace.Claim(first, "/dev/pts/2");
            Assert.Equal((first, directory["console-2.json"]), (one.File, two.File));
            foreach (var (place, terminal) in new[] { (one, "/dev/pts/1"), (two, "/dev/pts/2") })
            {
                AtomicFile.Write(place.File!, KeptState.Write(new SampleFleet(80, 24).Model, terminal));
            }
        }

        using var again = KeptPlace.Claim(first, "/dev/pts/2");
        Assert.Equal(directory["console-2.json"], again.File);
        using var stranger = KeptPlace.Claim(first, "/dev/pts/9");
        Assert.Equal(first, stranger.File);
        using var third = KeptPlace.Claim(first, "/dev/pts/9");
        Assert.Equal(directory["console-3.json"], third.File);
    }

    [Fact]
    public async Task A_layout_is_saved_listed_loaded_and_deleted_by_name_in_every_console_of_the_repository()
    {
        using var directory = new TemporaryDirectory();
        var one = new SampleFleet(200, 50);
        var two = new SampleFleet(200, 50);
        await PerformAsync(one.Press("C-b M-4 C-b W r e v i e w Enter"), directory);
        Assert.Contains("layout saved", one.StatusLine(), StringComparison.Ordinal);

        await PerformAsync(Command(two, "layouts"), directory);
        Screens.Snapshot.Matches("layouts-200x50", two.Screen());
        await PerformAsync(two.Press("Enter"), directory);
        Assert.Equal(LayoutText.Of(one.Model.Plan.Tree!), LayoutText.Of(two.Model.Plan.Tree!));

        await PerformAsync(Command(one, "load-layout nothing"), directory);
        Assert.Contains("no layout is called \"nothing\"; there are review", one.StatusLine(), StringComparison.Ordinal);
        await PerformAsync(Command(one, "delete-layout review"), directory);
        await PerformAsync(Command(two, "layouts"), directory);
        Assert.Contains("no layout is saved yet", two.StatusLine(), StringComparison.Ordinal);
    }

    private static SampleFleet Command(SampleFleet fleet, string line) =>
        fleet.Press($"C-b : {string.Join(' ', line.Select(character => character == ' ' ? "Space" : character.ToString()))} Enter");

    private static SampleFleet Again(SampleFleet before, Action<FakePaneView>? prepare = null)
    {
        var kept = KeptState.Write(before.Model, "");
        return new SampleFleet(before.Model.Columns, before.Model.Rows, prepare: model => KeptState.Read(model, kept), preparePane: prepare);
    }

    private static async Task PerformAsync(SampleFleet fleet, TemporaryDirectory directory)
    {
        while (fleet.Effects.OfType<Effect.Kept>().ToList() is { Count: > 0 } asked)
        {
            fleet.Effects.RemoveAll(effect => effect is Effect.Kept);
            var said = new List<ConsoleMessage>();
            var keeper = new Keeper(directory["console.json"], directory["layouts.json"], said.Add);
            asked.ForEach(keeper.Ask);
            keeper.End();
            await keeper.RunAsync();
            said.ForEach(message => fleet.Take(message));
        }
    }
}
