using FleetTui.Console.Layouts;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Console.Tests.Screens;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class SplitSpecs
{
    [Fact]
    public void A_split_shows_the_next_slot_that_is_on_no_page_and_gives_it_the_keyboard()
    {
        var fleet = new SampleFleet(80, 24).Press("C-b %");
        Assert.Equal("columns(vscode win)", Tree(fleet));
        Assert.Equal("win", fleet.Model.Focused!.Id);
        Assert.Equal("columns(vscode rows(win ps1))", Tree(fleet.Press("C-b \"")));
        Snapshot.Matches("split-80x24", fleet.Screen());
    }

    [Fact]
    public void Where_every_slot_is_on_the_page_a_split_makes_an_empty_place_that_says_what_can_be_put_there()
    {
        var fleet = new SampleFleet(200, 50).Press("C-b %");
        Assert.Null(fleet.Model.Focused);
        Snapshot.Matches("split-empty-200x50", fleet.Screen());
        Assert.DoesNotContain(fleet.Press("a b c").Effects, effect => effect is Console.Effects.Effect.SendKey);
        Assert.StartsWith("rows(columns(rows(vscode #1) win", Tree(fleet.Press("C-b x C-b \"")), StringComparison.Ordinal);
        fleet.Press("Enter c o d e x 1 Enter");
        Assert.Equal("codex1", fleet.Model.Focused!.Id);
        Assert.Contains("rows(vscode codex1)", Tree(fleet), StringComparison.Ordinal);
        Assert.Contains("free1 free2*2 codex2", Tree(fleet), StringComparison.Ordinal);
    }

    [Fact]
    public void Slots_on_no_page_of_the_users_follow_on_pages_of_their_own_and_none_is_lost()
    {
        var fleet = new SampleFleet(80, 24).Press("C-b % C-b \"");
        Assert.Equal(Enumerable.Range(0, 12), fleet.Model.Plan.PageSlots.SelectMany(page => page).Order());
        Assert.Equal(3, fleet.Press("C-b 2").Model.Focus);
        Assert.Equal("columns(vscode rows(win ps1))", LayoutText.Of(fleet.Model.Own!.Pages[0]));
        Assert.Equal(2, fleet.Press("C-b l").Model.Focus);
    }

    [Theory]
    [InlineData("C-b C-Right", 1)]
    [InlineData("C-b C-Left C-Left", -2)]
    [InlineData("C-b M-Right", 5)]
    [InlineData("C-b M-Left C-Right", -4)]
    public void Resize_keys_move_the_border_by_one_and_by_five_and_repeat(string keys, int by)
    {
        var fleet = new SampleFleet(121, 40).Press("C-b M-1 M-1");
        var before = Width(fleet);
        Assert.Equal(before + by, Width(fleet.Press(keys)));
    }

    [Fact]
    public void The_last_place_shrinks_and_grows_by_the_border_before_it_as_in_tmux()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b M-2");
        var last = fleet.Model.Plan.Tiles[^1];
        fleet.Press($"M-{last.Slot + 1}").Press("C-b C-Down");
        Assert.Equal(last.Content.Height - 1, fleet.Model.Plan.Tiles[^1].Content.Height);
        fleet.Press("C-b M-Up");
        Assert.Equal(last.Content.Height + 4, fleet.Model.Plan.Tiles[^1].Content.Height);
    }

    [Fact]
    public void Borders_are_dragged_with_the_mouse_also_on_a_page_that_was_not_cut_yet()
    {
        var fleet = new SampleFleet(200, 50);
        fleet.Take(Mouse(MouseAction.Press, 50, 5), Mouse(MouseAction.Move, 55, 5), Mouse(MouseAction.Move, 60, 9), Mouse(MouseAction.Release, 60, 9));
        Assert.Equal(LayoutKind.Own, fleet.Model.Plan.Kind);
        Assert.Equal(60, fleet.Model.Plan.Tiles[0].Content.Width);
        Assert.Equal(51, fleet.Model.Plan.TileOf(5)!.Content.X);
        fleet.Take(Mouse(MouseAction.Press, 70, 17), Mouse(MouseAction.Move, 70, 27), Mouse(MouseAction.Release, 70, 27));
        Assert.Equal(26, fleet.Model.Plan.Tiles[0].Content.Height);
        Assert.Equal(12, fleet.Model.Plan.Tiles.Count);
        Snapshot.Matches("dragged-200x50", fleet.Screen());
    }

    [Fact]
    public void Dragging_a_border_selects_nothing_and_reaches_no_program()
    {
        var fleet = new SampleFleet(200, 50);
        fleet.Panes["win"].Modes = fleet.Panes["win"].Modes with { Mouse = Terminal.MouseTracking.Any };
        fleet.Take(Mouse(MouseAction.Press, 50, 5), Mouse(MouseAction.Move, 70, 5), Mouse(MouseAction.Release, 70, 5));
        Assert.DoesNotContain(fleet.Effects, effect => effect is Console.Effects.Effect.SendMouse);
        Assert.All(fleet.Model.Slots, slot => Assert.Null(slot.Scroll));
    }

    [Fact]
    public void Slots_swap_rotate_and_are_exchanged_with_the_marked_one_in_a_grid()
    {
        var fleet = new SampleFleet(200, 50).Press("C-b }");
        Assert.Equal([1, 0, 2, 3], fleet.Model.Plan.Tiles.Take(4).Select(tile => tile.Slot));
        Assert.Equal((0, SlotOrder.Own), (fleet.Model.Focus, fleet.Model.Order));
        Assert.Equal([0, 1, 2, 3], fleet.Press("C-b {").Model.Plan.Tiles.Take(4).Select(tile => tile.Slot));
        Assert.Equal([11, 0, 1, 2], fleet.Press("C-b C-o").Model.Plan.Tiles.Take(4).Select(tile => tile.Slot));
        Assert.Equal(11, fleet.Model.Focus);
        Assert.Equal([0, 1, 2, 3], fleet.Press("C-b M-o").Model.Plan.Tiles.Take(4).Select(tile => tile.Slot));
        Assert.Equal([2, 1, 0, 3], fleet.Press("M-3 C-b m M-1 C-b X").Model.Plan.Tiles.Take(4).Select(tile => tile.Slot));
        Assert.Contains("nothing is marked", fleet.Press("C-b X").StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_page_of_the_users_they_swap_in_its_tree()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b M-2 C-b }");
        Assert.Equal("rows(win vscode ps1)", Tree(fleet));
        Assert.Equal("rows(ps1 win vscode)", Tree(fleet.Press("C-b C-o")));
        Assert.Equal("rows(ps1 ps5 vscode)", Tree(fleet.Press("C-b m C-b 2 M-7 C-b X")));
        Assert.Equal("ps5", fleet.Model.Focused!.Id);
    }

    [Fact]
    public void A_slot_gets_a_page_of_its_own_and_joins_again()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b M-2 C-b !");
        Assert.Equal(["rows(win*2 ps1)", "vscode"], fleet.Model.Own!.Pages.Select(LayoutText.Of));
        Assert.Equal(1, fleet.Model.Plan.Page);
        Command(fleet, "slot 3");
        Command(fleet, "join vscode right");
        Assert.Equal(["rows(win*2 columns(ps1 vscode))"], fleet.Model.Own!.Pages.Select(LayoutText.Of));
        fleet.Press("C-b J p s 4 Enter");
        Assert.Contains("ps4", Tree(fleet), StringComparison.Ordinal);
        Assert.Equal("ps4", fleet.Model.Focused!.Id);
    }

    [Fact]
    public void A_page_is_made_and_given_up()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b c p s 3 Enter");
        Assert.Equal("ps3", Tree(fleet));
        Assert.Equal("ps3", fleet.Model.Focused!.Id);
        fleet.Press("C-b & y");
        Assert.Single(fleet.Model.Own!.Pages);
        Assert.Equal(12, fleet.Model.Plan.PageSlots.Sum(page => page.Count));
    }

    [Fact]
    public void A_page_given_up_or_laid_out_anew_is_taken_back()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b M-2 C-b M-Down");
        var before = Tree(fleet);
        Assert.Equal(before, Tree(fleet.Press("C-b M-1 C-b u")));
        Assert.NotEqual(before, Tree(fleet.Press("C-b & y")));
        Assert.Equal(before, Tree(fleet.Press("C-b u")));
    }

    [Fact]
    public void Even_makes_places_alike_and_gives_a_page_that_was_not_cut_back_to_the_window()
    {
        var fleet = new SampleFleet(121, 40).Press("C-b M-1 C-b M-Right C-b E");
        Assert.Equal("columns(vscode win)", Tree(fleet));
        Assert.Equal(LayoutKind.Rail, fleet.Press("C-b Space C-b E").Model.Plan.Kind);
    }

    [Theory]
    [InlineData("M-1", "columns(vscode win ps1 ps2 ps3)")]
    [InlineData("M-2", "rows(vscode win ps1 ps2)")]
    [InlineData("M-3", "rows(vscode*24 columns(win ps1 ps2 ps3 ps4)*25)")]
    [InlineData("M-4", "columns(vscode*99 rows(win ps1 ps2 ps3)*100)")]
    public void Tmuxs_layouts_take_as_many_slots_as_get_a_tile(string key, string tree) =>
        Assert.Equal(tree, Tree(new SampleFleet(200, 50).Press($"C-b {key}")));

    [Fact]
    public void On_a_page_of_the_users_they_keep_its_places()
    {
        var fleet = new SampleFleet(200, 50).Press("C-b M-4 C-b M-1");
        Assert.Equal("columns(vscode win ps1 ps2 ps3)", Tree(fleet));
        Assert.Equal("rows(columns(vscode win ps1) columns(ps2 ps3))", Tree(fleet.Press("C-b M-5")));
    }

    [Fact]
    public void A_page_that_does_not_fit_comes_back_with_the_room()
    {
        var fleet = new SampleFleet(200, 50).Press("C-b M-1 C-b M-Left");
        var before = fleet.Screen();
        fleet.Take(new Loop.ConsoleMessage.Resized(46, 12));
        Assert.True(fleet.Model.Plan.Squeezed);
        Assert.Equal("vscode", fleet.Model.Slots[Assert.Single(fleet.Model.Plan.Tiles).Slot].Id);
        fleet.Take(new Loop.ConsoleMessage.Resized(200, 50));
        Assert.Equal(before, fleet.Screen());
    }

    [Fact]
    public void Places_too_small_for_a_terminal_are_cards()
    {
        var fleet = new SampleFleet(80, 24).Press("C-b \" C-b \" C-b \" C-b \"");
        Assert.Contains(fleet.Model.Plan.Tiles, tile => tile.Card);
        Snapshot.Matches("split-cards-80x24", fleet.Screen());
    }

    private static string Tree(SampleFleet fleet) => LayoutText.Of(fleet.Model.Plan.Tree!);

    private static int Width(SampleFleet fleet) => fleet.Model.Plan.TileOf(0)!.Content.Width;

    private static InputEvent.Mouse Mouse(MouseAction action, int x, int y) => new(new MouseEvent(action, MouseButton.Left, x, y, KeyModifiers.None));

    private static void Command(SampleFleet fleet, string line) =>
        fleet.Press($"C-b : {string.Join(' ', line.Select(character => character == ' ' ? "Space" : character.ToString()))} Enter");
}
