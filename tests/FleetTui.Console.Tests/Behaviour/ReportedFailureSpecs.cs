using FleetTui.Console.Effects;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Tests.Behaviour;

/// <summary>What users of other consoles reported, and what this one does instead.</summary>
public sealed class ReportedFailureSpecs
{
    [Fact]
    public void No_single_chord_quits()
    {
        var fleet = new SampleFleet(120, 40).Press("C-q C-c C-d C-\\ C-z C-w M-c F10");
        Assert.DoesNotContain(fleet.Effects, effect => effect is Effect.Detach);
        Assert.Contains(fleet.Press("C-b d").Effects, effect => effect is Effect.Detach);
    }

    [Fact]
    public async Task A_finished_slot_stays_with_its_last_screen_and_Enter_starts_it_again()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Panes["vscode"].Info = FakePaneView.Running("vscode") with { Life = PaneLife.Exited, ExitCode = 3, EndedAt = SampleFleet.Now };
        Assert.Contains("exited with code 3", fleet.Screen(), StringComparison.Ordinal);
        Assert.Contains("Enter = restart", fleet.Screen(), StringComparison.Ordinal);
        Assert.Contains("wide and", fleet.Screen(), StringComparison.Ordinal);
        await fleet.Press("C-c C-d x").SettleAsync();
        Assert.Empty(fleet.Api.Asked);
        await fleet.Press("Enter").SettleAsync();
        Assert.Equal(["start vscode"], fleet.Api.Asked);
    }

    [Fact]
    public async Task A_slot_that_was_stopped_says_so_and_not_how_its_process_ended()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Panes["vscode"].Info = FakePaneView.Running("vscode") with { Life = PaneLife.Exited, Signal = 1, EndedAt = SampleFleet.Now };
        Assert.Contains("killed by signal 1", fleet.Screen(), StringComparison.Ordinal);
        fleet.Model.Slots[0].Status = fleet.Model.Slots[0].Status with { State = "stopped", Attention = false };
        Assert.DoesNotContain("signal", fleet.Screen(), StringComparison.Ordinal);
        Assert.Contains("□ stopped now", fleet.Screen(), StringComparison.Ordinal);
        await fleet.Press("Enter").SettleAsync();
        Assert.Equal(["start vscode"], fleet.Api.Asked);
    }

    [Fact]
    public void A_fleet_that_was_ended_says_so_in_every_slot_and_Enter_starts_it()
    {
        var fleet = new SampleFleet(120, 40)
            .Take(new Loop.ConsoleMessage.HostLink(LinkState.Gone, "gone"))
            .Take(new Loop.ConsoleMessage.DaemonLink(LinkState.Ended, "ended"));
        Assert.StartsWith(" fleet ended, C-b : up starts it", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Contains("□11", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Contains("stopped with the fleet", fleet.Screen(), StringComparison.Ordinal);
        var call = Assert.Single(fleet.Press("Enter").Effects.OfType<Effect.Call>());
        Assert.True(call.Starts);
        Assert.DoesNotContain(fleet.Effects, effect => effect is Effect.SendKey);
    }

    [Fact]
    public async Task A_view_that_the_window_is_too_small_to_show_takes_no_keys()
    {
        var fleet = new SampleFleet(30, 8);
        await fleet.Press("C-b A").SettleAsync();
        await fleet.Press("Down Enter").SettleAsync();
        Assert.Empty(fleet.Api.Asked);
        Assert.Contains(fleet.Done, effect => effect is Effect.SendKey { Key.Key: Terminal.Input.Key.Enter });
    }

    [Fact]
    public void The_mode_is_a_word_in_the_status_line()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b [");
        Assert.StartsWith(" COPY ", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Contains("─ COPY ", fleet.Screen(), StringComparison.Ordinal);
        Assert.StartsWith(" ZOOM ", fleet.Press("q C-b z").StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_wheel_scrolls_our_lines_and_is_never_turned_into_arrows()
    {
        var fleet = Scrolled(out var pane);
        Assert.NotNull(fleet.Model.Focused!.Scroll);
        Assert.DoesNotContain(fleet.Effects, effect => effect is Effect.SendKey or Effect.SendMouse);
        for (var i = 0; i < 3; i++)
        {
            fleet.Take(Wheel(MouseButton.WheelDown));
        }

        Assert.Null(fleet.Model.Focused.Scroll);
        pane.Modes = pane.Modes with { Mouse = MouseTracking.Normal };
        fleet.Take(Wheel(MouseButton.WheelUp));
        Assert.Single(fleet.Effects.OfType<Effect.SendMouse>());
    }

    [Fact]
    public async Task The_view_stays_on_its_lines_while_output_arrives_and_tells_how_much_is_new()
    {
        var fleet = Scrolled(out var pane);
        await fleet.SettleAsync();
        var before = fleet.Screen().Split('\n')[1];
        for (var i = 0; i < 37; i++)
        {
            pane.Append($"new {i}");
        }

        Assert.Equal(Line(before), Line(fleet.Screen().Split('\n')[1]));
        Assert.Contains("+37 new", fleet.Screen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_has_no_borders_and_joins_what_was_wrapped()
    {
        var fleet = Scrolled(out _);
        await fleet.Press("C-b [ g V j y").SettleAsync();
        Assert.Equal("line 0\nline 1", fleet.Model.Buffers[0]);
        Assert.Contains(fleet.Done, effect => effect is Effect.Clipboard { Text: "line 0\nline 1" });
        await fleet.Press("C-b ]").SettleAsync();
        Assert.Contains(fleet.Done, effect => effect is Effect.SendPaste { Text: "line 0\nline 1" });
    }

    [Fact]
    public async Task Dragging_selects_and_letting_go_copies()
    {
        var fleet = Scrolled(out _);
        await fleet.Press("q").SettleAsync();
        var content = fleet.Model.Plan.TileOf(0)!.Content;
        fleet.Take(
            new InputEvent.Mouse(new MouseEvent(MouseAction.Press, MouseButton.Left, content.X, content.Y, 0)),
            new InputEvent.Mouse(new MouseEvent(MouseAction.Move, MouseButton.Left, content.X + 5, content.Y, 0)),
            new InputEvent.Mouse(new MouseEvent(MouseAction.Release, MouseButton.Left, content.X + 5, content.Y, 0)));
        await fleet.SettleAsync();
        Assert.Equal("line 8", fleet.Model.Buffers[0]);
        Assert.Null(fleet.Model.Focused!.Scroll);
    }

    [Fact]
    public async Task A_double_click_copies_the_word_and_one_on_the_header_zooms()
    {
        var fleet = Scrolled(out _);
        await fleet.Press("q").SettleAsync();
        var tile = fleet.Model.Plan.TileOf(0)!;
        InputEvent Click(MouseAction action, int x, int y) => new InputEvent.Mouse(new MouseEvent(action, MouseButton.Left, x, y, 0));
        for (var i = 0; i < 2; i++)
        {
            fleet.Take(Click(MouseAction.Press, tile.Content.X + 1, tile.Content.Y), Click(MouseAction.Release, tile.Content.X + 1, tile.Content.Y));
        }

        await fleet.Wait(TimeSpan.FromMilliseconds(300)).SettleAsync();
        Assert.Equal("line", fleet.Model.Buffers[0]);
        for (var i = 0; i < 2; i++)
        {
            fleet.Take(Click(MouseAction.Press, tile.Header.X + 30, tile.Header.Y), Click(MouseAction.Release, tile.Header.X + 30, tile.Header.Y));
        }

        Assert.True(fleet.Model.Zoomed);
    }

    [Fact]
    public void Shift_Enter_reaches_the_program_as_itself()
    {
        var fleet = new SampleFleet(120, 40).Press("S-Enter");
        Assert.Equal(new KeyEvent(Key.Enter, 0, KeyModifiers.Shift), Assert.Single(fleet.Effects.OfType<Effect.SendKey>()).Key);
    }

    [Fact]
    public void A_console_offers_the_size_of_its_tiles_and_takes_none_by_looking()
    {
        var fleet = new SampleFleet(120, 40).Wait(TimeSpan.FromSeconds(1));
        Assert.Contains(fleet.Effects, effect => effect is Effect.OfferSize { Pane: "vscode", Columns: 93, Rows: 37 });

        // Another console owns the size, and keeps it.
        var pane = fleet.Panes["vscode"];
        (pane.Columns, pane.Rows) = (200, 50);
        pane.With("$");
        fleet.Effects.Clear();
        fleet.Take(new Loop.ConsoleMessage.PanesChanged()).Wait(TimeSpan.FromSeconds(1));
        fleet.Press("C-b o C-b ; C-b [ PgUp q x C-b z").Wait(TimeSpan.FromSeconds(1)).Press("C-b z C-b Q q").Wait(TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(fleet.Effects, effect => effect is Effect.ResizePane);
        Assert.Contains(fleet.Effects, effect => effect is Effect.OfferSize { Pane: "vscode", Columns: 120 });

        fleet.Press("C-b Z");
        Assert.Equal(new Effect.ResizePane("vscode", 93, 37), Assert.Single(fleet.Effects.OfType<Effect.ResizePane>()));
    }

    [Fact]
    public void A_resize_storm_resizes_each_pane_once()
    {
        var fleet = new SampleFleet(120, 40).Wait(TimeSpan.FromSeconds(1));
        fleet.Effects.Clear();
        for (var columns = 121; columns < 160; columns++)
        {
            fleet.Take(new Loop.ConsoleMessage.Resized(columns, 40));
        }

        fleet.Wait(PaneSizes.Rest);
        Assert.Single(fleet.Effects.OfType<Effect.OfferSize>());
    }

    [Fact]
    public void A_new_need_rings_once_and_never_takes_the_focus()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Effects.Clear();
        var status = SampleFleet.Status();
        var slots = status.Slots.Select(slot => slot.Id == "win" ? slot with { State = "needs-input", Attention = true } : slot).ToList();
        var update = new Loop.ConsoleMessage.Fleet(new Api.Client.FleetUpdate(status with { Slots = slots }, null));
        fleet.Take(update).Wait(TimeSpan.FromSeconds(2)).Take(update).Wait(TimeSpan.FromSeconds(2));
        Assert.Single(fleet.Effects.OfType<Effect.Bell>());
        Assert.Equal(0, fleet.Model.Focus);
    }

    [Fact]
    public void The_attention_key_goes_to_who_has_waited_longest_and_then_on()
    {
        var fleet = new SampleFleet(120, 40).Press("M-2 C-b a");
        Assert.Equal("ps5", fleet.Model.Focused!.Id);
        Assert.Equal("vscode", fleet.Press("a").Model.Focused!.Id);
    }

    [Fact]
    public void Without_the_daemon_panes_go_on_and_the_status_line_says_so()
    {
        var fleet = new SampleFleet(120, 40).Take(new Loop.ConsoleMessage.DaemonLink(LinkState.Gone, "gone"));
        Assert.Contains("daemon gone, reconnecting", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Single(fleet.Press("x").Effects.OfType<Effect.SendKey>());
        fleet.Take(new Loop.ConsoleMessage.Fleet(new Api.Client.FleetUpdate(SampleFleet.Status(), null)));
        Assert.DoesNotContain("daemon gone", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_characters_never_move_a_border()
    {
        var fleet = new SampleFleet(200, 50);
        fleet.Panes["vscode"].With(string.Concat(Enumerable.Repeat("世", 40)), string.Concat(Enumerable.Repeat("x世", 26)));
        var rows = fleet.Screen().Split('\n');
        Assert.All(rows[1..3], row => Assert.Equal('┃', At(row, 49 + 1 - 0)));
    }

    [Theory]
    [InlineData(false, "xterm-256color", true, 80, 24, "terminal on standard input")]
    [InlineData(true, "dumb", true, 80, 24, "TERM is \"dumb\"")]
    [InlineData(true, "xterm", false, 80, 24, "UTF-8")]
    [InlineData(true, "xterm", true, 10, 3, "too small")]
    public void A_terminal_that_cannot_do_it_is_told_in_one_sentence(bool terminal, string term, bool utf8, int columns, int rows, string said)
    {
        var profile = new Console.Outer.TerminalProfile(term, Console.Outer.Output.ColorDepth.Ansi16, false, utf8, false, 15, false);
        var refusal = ConsoleProgram.Refusal(terminal, profile, (columns, rows), ascii: false);
        Assert.Contains(said, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal!);
    }

    private static SampleFleet Scrolled(out FakePaneView pane)
    {
        var fleet = new SampleFleet(80, 24);
        pane = fleet.Panes["vscode"];
        pane.With([.. Enumerable.Range(0, 28).Select(line => $"line {line}")]);
        return fleet.Take(Wheel(MouseButton.WheelUp));
    }

    private static InputEvent Wheel(MouseButton button) => new InputEvent.Mouse(new MouseEvent(MouseAction.Press, button, 5, 10, 0));

    private static string Line(string row) => row.Split("  ")[0];

    private static char At(string row, int cell)
    {
        var x = 0;
        var at = 0;
        while (x < cell)
        {
            at += Compositing.TextWidth.Next(row.AsSpan(at), out var width);
            x += width;
        }

        return row[at];
    }
}
