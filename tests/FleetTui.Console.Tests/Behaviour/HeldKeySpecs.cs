using System.Text;
using FleetTui.Console.Effects;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class HeldKeySpecs
{
    private readonly SampleFleet _fleet = new(120, 40);

    public HeldKeySpecs()
    {
        _fleet.Model.SlotOf("vscode")!.View = View("vscode", 0);
        _fleet.Model.SlotOf("win")!.View = View("win", 0);
        _fleet.Effects.Clear();
    }

    private IEnumerable<string> Sent => _fleet.Effects.OfType<Effect.SendKey>().Select(sent => $"{sent.Pane} {(sent.Key.Key == Key.Character ? ((char)sent.Key.Rune).ToString() : sent.Key.Key.ToString())} {sent.Key.Action}");

    private IEnumerable<int> Asked => _fleet.Effects.OfType<Effect.KeyboardFlags>().Select(asked => asked.Flags);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(5, 5)]
    [InlineData(8, 29)]
    [InlineData(31, 31)]
    public void The_users_terminal_is_asked_for_what_the_program_with_the_keys_wants(int wanted, int asked)
    {
        Want("vscode", wanted);
        Assert.Equal(asked == 1 ? [] : [asked], Asked);
    }

    [Fact]
    public void A_panel_and_another_slot_take_the_flags_back()
    {
        Want("vscode", 31);
        Press("\e[98;5u?");
        Press("q");
        Press("\e[98;5u");
        Press("o");
        Assert.Equal([31, 1, 31, 1], Asked);
    }

    [Fact]
    public void A_release_reaches_the_slot_that_got_the_press_and_no_other()
    {
        Want("vscode", 2);
        Press("\e[97;1u");
        Press("\e[98;5u");
        Press("\e[98;5:3u");
        Press("o");
        Press("\e[97;1:3u");
        Press("\e[120;1:3u");
        Assert.Equal(["vscode a Press", "vscode a Release"], Sent);
        Assert.Equal("win", _fleet.Model.Focused!.Id);
    }

    [Fact]
    public void A_modifier_alone_ends_no_prefix_and_opens_nothing()
    {
        Want("vscode", 31);
        Press("\e[98;5u\e[57441;2u\e[63:63;2;63u");
        Assert.NotNull(_fleet.Model.Panel);
        Assert.Empty(Sent);
        Press("q");
        Press("\e[57441;2u\e[57441;1:3u");
        Assert.Equal(["vscode LeftShift Press", "vscode LeftShift Release"], Sent);
    }

    [Fact]
    public void Shift_let_go_first_does_not_lose_the_release()
    {
        Want("vscode", 31);
        Press("\e[97:65;2;65u\e[97;1:3u");
        Assert.Equal(["vscode A Press", "vscode a Release"], Sent);
    }

    [Theory]
    [InlineData("\e[57417u", "Left")]
    [InlineData("\e[57404u", "5")]
    [InlineData("\e[57410;5u", "C-/")]
    [InlineData("\e[64::113;;64u", "@")]
    [InlineData("\e[97;65;65u", "A")]
    public void The_keypad_and_told_text_count_as_the_keys_they_stand_for(string bytes, string stroke) =>
        Assert.Equal(stroke, Keys.KeyStroke.Of(Decoded(bytes).OfType<InputEvent.Pressed>().Single().Event).ToString());

    private static FakePaneView View(string pane, int flags) => new(pane) { Modes = default(TerminalModes) with { KittyKeyboard = (byte)flags } };

    private void Want(string slot, int flags)
    {
        _fleet.Model.SlotOf(slot)!.View = View(slot, flags);
        _fleet.Take(new Loop.ConsoleMessage.PanesChanged());
    }

    private void Press(string bytes)
    {
        foreach (var item in Decoded(bytes))
        {
            _fleet.Take(item);
        }
    }

    private static List<InputEvent> Decoded(string bytes)
    {
        var decoder = new InputDecoder();
        var events = new List<InputEvent>();
        decoder.Feed(Encoding.UTF8.GetBytes(bytes), events);
        return events;
    }
}
