using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Tests.Behaviour;

/// <summary>Those of the reported failures that are not in <see cref="ReportedFailureSpecs"/>; the table in docs/console.md says where each of the twenty is tested.</summary>
public sealed class MoreReportedFailureSpecs
{
    [Fact]
    public void A_claude_slot_says_how_its_own_C_b_is_pressed() =>
        Assert.Contains("C-b C-b background", new SampleFleet(200, 50).StatusLine(), StringComparison.Ordinal);

    [Fact]
    public void Files_that_became_wrong_are_told_once_and_stay_until_a_key()
    {
        var fleet = new SampleFleet(160, 50);
        var wrong = SampleFleet.Status() with { Fleet = new Api.Status.FleetIdentity("demo", "/repo", "0.1.0", "The changed configuration is not in force: fleet.toml:3:1: There is no key them.") };
        fleet.Take(new Loop.ConsoleMessage.Fleet(new Api.Client.FleetUpdate(wrong, null))).Wait(TimeSpan.FromMinutes(1));
        Assert.Contains("fleet.toml:3:1", fleet.StatusLine(), StringComparison.Ordinal);
        fleet.Press("Escape").Take(new Loop.ConsoleMessage.Fleet(new Api.Client.FleetUpdate(wrong, null)));
        Assert.DoesNotContain("fleet.toml:3:1", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_click_opens_the_slots_menu_unless_its_program_has_the_mouse_and_Alt_forces_it()
    {
        var fleet = new SampleFleet(200, 50);
        var at = fleet.Model.Plan.TileOf(1)!.Content;
        MouseEvent Right(KeyModifiers modifiers) => new(MouseAction.Press, MouseButton.Right, at.X + 2, at.Y + 2, modifiers);
        fleet.Take(new InputEvent.Mouse(Right(KeyModifiers.None)));
        Assert.Equal(("MENU", "win"), (fleet.Model.Panel?.Mode, fleet.Model.Focused?.Id));

        fleet.Model.Panel = null;
        fleet.Panes["win"].Modes = fleet.Panes["win"].Modes with { Mouse = MouseTracking.Any };
        fleet.Take(new InputEvent.Mouse(Right(KeyModifiers.None)));
        Assert.Null(fleet.Model.Panel);
        fleet.Take(new InputEvent.Mouse(Right(KeyModifiers.Alt)));
        Assert.Equal("MENU", fleet.Model.Panel?.Mode);
    }

    [Fact]
    public void The_wheel_over_the_status_line_goes_through_the_pages()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b : l a y o u t Space c o l u m n s Enter");
        fleet = fleet.Model.Plan.Pages > 1 ? fleet : new SampleFleet(200, 50).Press("C-b : l a y o u t Space c o l u m n s Enter");
        Assert.True(fleet.Model.Plan.Pages > 1);
        var before = fleet.Model.Plan.Page;
        fleet.Take(new InputEvent.Mouse(new MouseEvent(MouseAction.Press, MouseButton.WheelDown, 5, fleet.Model.Rows - 1, KeyModifiers.None)));
        Assert.NotEqual(before, fleet.Model.Plan.Page);
    }

    [Fact]
    public void No_bare_Control_key_is_taken_but_the_prefix_and_any_key_can_be_passed_on()
    {
        Assert.DoesNotContain(DefaultKeys.Root, binding => binding.Key.Modifiers.HasFlag(Terminal.Input.KeyModifiers.Control));
        var fleet = new SampleFleet(120, 40);
        fleet.Effects.Clear();
        fleet.Press("M-' C-b M-' M-z");
        Assert.Equal(["C-b", "M-z"], fleet.Effects.OfType<Effect.SendKey>().Select(sent => KeyStroke.Of(sent.Key).ToString()));
        Assert.False(fleet.Model.Zoomed);
    }

    [Fact]
    public void A_mode_is_a_word_and_a_colour_in_the_border_and_in_the_status_line()
    {
        var fleet = new SampleFleet(120, 40).Press("M-2");
        var before = Styles(fleet);
        var after = Styles(fleet.Press("C-b ["));
        Assert.NotEqual(before.Border, after.Border);
        Assert.Equal(fleet.Model.Theme.Mode, after.Status);
        Assert.NotEqual(before.Status, after.Status);
    }

    [Fact]
    public void An_unknown_state_is_said_to_be_unknown_and_never_keeps_a_key_back()
    {
        var fleet = new SampleFleet(120, 40).Press("M-0");
        Assert.Equal(MoodKind.Unknown, fleet.Model.Focused!.Mood.Kind);
        Assert.Contains("unknown", fleet.Screen(), StringComparison.Ordinal);
        fleet.Effects.Clear();
        fleet.Press("x");
        Assert.Single(fleet.Effects.OfType<Effect.SendKey>());
    }

    [Fact]
    public async Task Why_a_slot_is_said_to_be_so_is_told_with_its_source()
    {
        var fleet = new SampleFleet(120, 40);
        await fleet.Press("C-b : w h y Enter").SettleAsync();
        Assert.Contains("osc7501", fleet.Screen(), StringComparison.Ordinal);
    }

    private static (Terminal.Cells.CellStyle Border, Terminal.Cells.CellStyle Status) Styles(SampleFleet fleet)
    {
        var buffer = new Compositing.CellBuffer(fleet.Model.Columns, fleet.Model.Rows);
        Views.ScreenView.Draw(buffer, fleet.Model);
        var header = fleet.Model.Plan.TileOf(fleet.Model.Focus)!.Header;
        return (buffer.Row(header.Y)[header.Right - 1].Style, buffer.Row(fleet.Model.Rows - 1)[1].Style);
    }
}
