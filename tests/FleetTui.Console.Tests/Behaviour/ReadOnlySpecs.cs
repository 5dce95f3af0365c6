using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Tests.Behaviour;

/// <summary>A console that looks on, and a slot that is only looked at.</summary>
public sealed class ReadOnlySpecs
{
    private static SampleFleet Looking()
    {
        var fleet = new SampleFleet(200, 50, SampleFleet.Options with { ReadOnly = true });
        foreach (var pane in fleet.Panes.Values)
        {
            pane.Modes = pane.Modes with { Mouse = MouseTracking.Any, FocusReports = true, AlternateScreen = true, AlternateScroll = true };
        }

        fleet.Effects.Clear();
        return fleet;
    }

    [Fact]
    public async Task No_key_and_no_command_changes_anything()
    {
        var fleet = Looking();
        var keys = DefaultKeys.Prefix.Select(binding => $"C-b {binding.Key}").Concat(DefaultKeys.Root.Select(binding => binding.Key.ToString())).Concat(["a", "Enter", "C-c", "M-'", "x", "C-b C-b", "F5", "y"]);
        foreach (var key in keys)
        {
            foreach (var answer in new[] { "y", "Enter", "j L x R A H p r Enter y" })
            {
                await Settle(fleet.Press(key).Press(answer));
                fleet.Model.Panel = null;
            }
        }

        foreach (var command in CommandTable.Default.All.Where(command => command.Available))
        {
            foreach (var line in new[] { command.Name, $"{command.Name} ps1", $"{command.Name} ps1 x", $"{command.Name} --all", $"{command.Name} next ps1", $"{command.Name} assign ps1 docs", $"{command.Name} pause" })
            {
                var context = new CommandContext(fleet.Model);
                context.Run(line);
                fleet.Effects.AddRange(context.Effects);
                await Settle(fleet.Press("y"));
                fleet.Model.Panel = null;
            }
        }

        Assert.Empty(fleet.Api.Asked);
    }

    [Fact]
    public async Task No_mouse_no_paste_and_no_change_of_the_window_reaches_a_slot()
    {
        var fleet = Looking();
        foreach (var button in new[] { MouseButton.Left, MouseButton.Middle, MouseButton.Right, MouseButton.WheelUp, MouseButton.WheelDown })
        {
            foreach (var action in new[] { MouseAction.Press, MouseAction.Move, MouseAction.Release })
            {
                fleet.Take(new InputEvent.Mouse(new MouseEvent(action, button, 60, 10, KeyModifiers.None)));
            }
        }

        fleet.Take(new InputEvent.Paste("rm -rf"), new InputEvent.Focus(false), new InputEvent.Focus(true));
        fleet.Take(new ConsoleMessage.Resized(80, 24)).Wait(TimeSpan.FromSeconds(1));
        await Settle(fleet);
        Assert.Empty(fleet.Api.Asked);
    }

    [Fact]
    public void It_has_a_padlock_and_can_still_lay_out_zoom_and_read_back()
    {
        var fleet = Looking();
        Assert.StartsWith(" 🔒 READ-ONLY ", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.True(fleet.Press("C-b z").Model.Zoomed);
        Assert.Contains("READ-ONLY", fleet.StatusLine(), StringComparison.Ordinal);
        fleet.Press("C-b z C-b % C-b [");
        Assert.Equal(Layouts.LayoutKind.Own, fleet.Model.Plan.Kind);
    }

    [Fact]
    public async Task A_slot_that_is_observed_has_a_padlock_and_gets_no_key_mouse_or_paste()
    {
        var fleet = new SampleFleet(200, 50);
        fleet.Panes["vscode"].Modes = fleet.Panes["vscode"].Modes with { Mouse = MouseTracking.Any };
        fleet.Press("C-b O");
        Assert.Contains("🔒", fleet.Screen().Split('\n')[0], StringComparison.Ordinal);
        fleet.Effects.Clear();
        Assert.Contains("read-only here", fleet.Press("a Enter C-c C-b C-b").StatusLine(), StringComparison.Ordinal);
        fleet.Take(new InputEvent.Paste("text"), new InputEvent.Mouse(new MouseEvent(MouseAction.Press, MouseButton.Left, 10, 5, KeyModifiers.None)));
        await Settle(fleet);
        Assert.Contains(fleet.Press("C-b O a").Effects, effect => effect is Effect.SendKey);
    }

    private static async Task Settle(SampleFleet fleet)
    {
        Assert.DoesNotContain(fleet.Effects, effect => effect is Effect.SendKey or Effect.SendMouse or Effect.SendPaste or Effect.TellFocus or Effect.OfferSize or Effect.ResizePane);
        fleet.Effects.RemoveAll(effect => effect is Effect.Kept);
        await fleet.SettleAsync();
    }
}
