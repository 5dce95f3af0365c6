using FleetTui.Api.Client;
using FleetTui.Console.Loop;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class RosterSpecs
{
    [Fact]
    public async Task A_new_slot_is_asked_for_by_its_id_like_the_one_with_the_keyboard_gets_the_keyboard_and_is_taken_back()
    {
        var fleet = new SampleFleet(120, 40, slots: 11);
        await fleet.Press("M-3 C-b + c o d e x 2 Enter").SettleAsync();
        Assert.Equal(["add codex2 like ps1 ||"], fleet.Api.Asked);
        fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(SampleFleet.Status(), null)));
        Assert.Equal("codex2", fleet.Model.Focused!.Id);
        await fleet.Press("C-b u").SettleAsync();
        Assert.Equal(["stop codex2", "remove codex2"], fleet.Api.Asked.Skip(1));
    }

    [Theory]
    [InlineData("new-slot x like win role research agent codex", "add x like win research|codex|")]
    [InlineData("new-slot x --agent codex --account work", "add x like vscode |codex|work")]
    [InlineData("new-slot x role", "")]
    [InlineData("new-slot x color red", "")]
    public async Task What_the_new_slot_shall_be_is_told_in_words(string line, string asked)
    {
        var fleet = new SampleFleet(120, 40);
        await fleet.Press($"C-b : {string.Join(' ', line.Select(character => character == ' ' ? "Space" : character.ToString()))} Enter").SettleAsync();
        Assert.Equal(asked, string.Join(", ", fleet.Api.Asked));
    }

    [Fact]
    public async Task A_slot_is_taken_off_after_a_question_and_put_back_by_undo()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Model.Slots[8].Status = fleet.Model.Slots[8].Status with { Pid = null };
        fleet.Press("M-9 C-b > D");
        Assert.Contains("take free1 off the fleet? Its worktree and branch stay.", fleet.StatusLine(), StringComparison.Ordinal);
        await fleet.Press("y").SettleAsync();
        await fleet.Press("C-b u").SettleAsync();
        Assert.Equal(["remove free1", "put back free1"], fleet.Api.Asked);
    }

    [Fact]
    public async Task What_runs_or_holds_work_is_not_taken_off_and_says_why()
    {
        var fleet = new SampleFleet(120, 40);
        Assert.Contains("it runs", fleet.Press("C-b >").Screen(), StringComparison.Ordinal);
        fleet.Press("Escape");
        fleet.Model.Slots[0].Status = fleet.Model.Slots[0].Status with { Pid = null };
        Assert.Contains("vscode is not removed: 3 dirty files", fleet.Press("C-b : r e m o v e - s l o t Enter").StatusLine(), StringComparison.Ordinal);
        await fleet.SettleAsync();
        Assert.Empty(fleet.Api.Asked);
    }

    [Fact]
    public async Task A_read_only_console_adds_and_removes_nothing()
    {
        var fleet = new SampleFleet(120, 40, SampleFleet.Options with { ReadOnly = true });
        await fleet.Press("C-b + x Enter C-b : r e m o v e - s l o t Enter").SettleAsync();
        Assert.Empty(fleet.Api.Asked);
    }
}
