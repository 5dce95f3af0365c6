using FleetTui.Api.Client;
using FleetTui.Console.Boards.Roles;
using FleetTui.Console.Loop;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Console.Tests.Screens;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Tests.Boards;

public sealed class RolesBoardSpecs
{
    [Theory]
    [InlineData(false, "█ one role's", "▒ shared", "░ nobody's")]
    [InlineData(true, "# one role's", "+ shared", ". nobody's")]
    public async Task The_parts_of_the_whole_are_told_apart_by_their_shape(bool ascii, params string[] parts)
    {
        var fleet = new SampleFleet(120, 40, SampleFleet.Options with { Ascii = ascii }).Press("C-b y");
        await fleet.SettleAsync();
        Assert.All(parts, part => Assert.Contains(part, fleet.Screen(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public async Task A_role_is_shown_with_its_patterns_and_who_held_it(int columns, int rows) =>
        Snapshot.Matches($"board-roles-one-{columns}x{rows}", (await OpenAsync(columns, rows, "n n")).Screen());

    [Fact]
    public async Task A_domain_can_be_tried_and_says_whom_it_meets()
    {
        var fleet = await OpenAsync(120, 40, "/ d o c s / * * Space t o o l s / * * Enter");
        Assert.Equal(["docs/**", "tools/**"], fleet.Api.Tried);
        Snapshot.Matches("board-roles-tried-120x40", fleet.Screen());
        await fleet.Press("c").SettleAsync();
        Assert.Empty(fleet.Api.Tried);
        Assert.DoesNotContain("tried domain", fleet.Screen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_given_to_the_focused_slot_after_a_question_that_names_who_loses_it()
    {
        var fleet = await OpenAsync(120, 40, "n n A");
        Assert.Contains("give docs to vscode? win holds it and gets what vscode has now", fleet.StatusLine(), StringComparison.Ordinal);
        await fleet.Press("y").SettleAsync();
        Assert.Contains("assign vscode docs swap=True", fleet.Api.Asked);
        Assert.IsType<RolesBoard>(fleet.Model.Board);
    }

    [Fact]
    public async Task Enter_goes_to_the_holder_and_a_click_chooses()
    {
        var fleet = await OpenAsync(120, 40, "");
        var row = Array.FindIndex(fleet.Screen().Split('\n'), line => line.Contains("docs  win", StringComparison.Ordinal));
        fleet.Take(new InputEvent.Mouse(new MouseEvent(MouseAction.Press, MouseButton.Left, 5, row, KeyModifiers.None)));
        Assert.Contains("held by 2 win", fleet.Screen(), StringComparison.Ordinal);
        fleet.Press("Enter");
        Assert.Equal("win", fleet.Model.Focused?.Id);
        Assert.Null(fleet.Model.Board);
    }

    [Fact]
    public async Task It_is_read_again_when_a_role_was_given()
    {
        var fleet = await OpenAsync(120, 40, "");
        fleet.Api.Looked.Clear();
        await fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(null, new LogEntry(9, SampleFleet.Now, "slot.started", "win", "x")))).SettleAsync();
        Assert.Empty(fleet.Api.Looked);
        await fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(null, new LogEntry(10, SampleFleet.Now, "role.assigned", "win", "x")))).Wait(TimeSpan.FromSeconds(1)).SettleAsync();
        Assert.Equal(["coverage"], fleet.Api.Looked);
    }

    private static async Task<SampleFleet> OpenAsync(int columns, int rows, string keys)
    {
        var fleet = await new SampleFleet(columns, rows).Press("C-b y").SettleAsync();
        return await fleet.Press(keys).SettleAsync();
    }
}
