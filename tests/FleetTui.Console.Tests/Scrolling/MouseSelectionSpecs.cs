using FleetTui.Console.Effects;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Tests.Scrolling;

public sealed class MouseSelectionSpecs
{
    private readonly SampleFleet _fleet = new(80, 24);

    public MouseSelectionSpecs()
    {
        _fleet.Panes["vscode"].With([.. Enumerable.Range(0, 60).Select(line => $"line {line} path/to.cs:12 end")]);
        _fleet.Effects.Clear();
    }

    private Compositing.Rect Content => _fleet.Model.Plan.TileOf(0)!.Content;

    [Fact]
    public async Task A_drag_copies_what_it_passed_and_no_border()
    {
        Mouse(MouseAction.Press, 0, 0);
        Mouse(MouseAction.Move, 3, 2);
        Mouse(MouseAction.Release, 3, 2);
        await _fleet.SettleAsync();
        Assert.Equal("line 40 path/to.cs:12 end\nline 41 path/to.cs:12 end\nline", _fleet.Model.Buffers[0]);
        Assert.Null(_fleet.Model.Focused!.Scroll);
    }

    [Fact]
    public async Task Past_the_edge_it_scrolls_on_by_itself_until_the_button_is_let_go()
    {
        Mouse(MouseAction.Press, 0, 5);
        Mouse(MouseAction.Move, 0, -1);
        for (var i = 0; i < 9; i++)
        {
            _fleet.Wait(TimeSpan.FromMilliseconds(50));
        }

        Mouse(MouseAction.Release, 0, -1);
        _fleet.Wait(TimeSpan.FromSeconds(1));
        await _fleet.SettleAsync();
        Assert.StartsWith("line 30 ", _fleet.Model.Buffers[0], StringComparison.Ordinal);
        Assert.EndsWith("\nl", _fleet.Model.Buffers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stays_in_the_slot_where_it_began()
    {
        var fleet = new SampleFleet(200, 50);
        fleet.Panes["vscode"].With("left");
        var (first, second) = (fleet.Model.Plan.Tiles[0].Content, fleet.Model.Plan.Tiles[1].Content);
        fleet.Take(
            new InputEvent.Mouse(new MouseEvent(MouseAction.Press, MouseButton.Left, first.X, first.Y, 0)),
            new InputEvent.Mouse(new MouseEvent(MouseAction.Move, MouseButton.Left, second.X + 3, first.Y, 0)),
            new InputEvent.Mouse(new MouseEvent(MouseAction.Release, MouseButton.Left, second.X + 3, first.Y, 0)));
        await fleet.SettleAsync();
        Assert.Equal("left", fleet.Model.Buffers[0]);
    }

    [Fact]
    public async Task A_third_click_takes_the_line_over_its_wrapped_rows_and_the_word_is_not_copied_first()
    {
        _fleet.Panes["vscode"].Wrapped.Add(41);
        await Click(10, 1, times: 2);
        await Click(10, 1, times: 1);
        await _fleet.Wait(TimeSpan.FromSeconds(1)).SettleAsync();
        Assert.Equal("line 41 path/to.cs:12 end", Assert.Single(_fleet.Model.Buffers)[..25]);
        Assert.EndsWith("line 42 path/to.cs:12 end", _fleet.Model.Buffers[0], StringComparison.Ordinal);
        Assert.DoesNotContain('\n', _fleet.Model.Buffers[0]);
    }

    [Fact]
    public async Task A_double_click_and_a_drag_take_whole_words()
    {
        await Click(1, 0, times: 1);
        Mouse(MouseAction.Press, 1, 0);
        Mouse(MouseAction.Move, 10, 0);
        Mouse(MouseAction.Release, 10, 0);
        await _fleet.Wait(TimeSpan.FromSeconds(1)).SettleAsync();
        Assert.Equal("line 40 path/to.cs:12", _fleet.Model.Buffers[0]);
    }

    [Fact]
    public async Task Shift_selects_also_where_the_program_has_asked_for_the_mouse()
    {
        var pane = _fleet.Panes["vscode"];
        pane.Modes = pane.Modes with { Mouse = MouseTracking.Button };
        Mouse(MouseAction.Press, 0, 0);
        Mouse(MouseAction.Release, 0, 0);
        Assert.Equal(2, _fleet.Effects.OfType<Effect.SendMouse>().Count());
        _fleet.Wait(TimeSpan.FromSeconds(1)).Effects.Clear();
        Mouse(MouseAction.Press, 0, 0, KeyModifiers.Shift);
        Mouse(MouseAction.Move, 3, 0, KeyModifiers.Shift);
        Mouse(MouseAction.Release, 3, 0, KeyModifiers.Shift);
        await _fleet.SettleAsync();
        Assert.Equal("line", _fleet.Model.Buffers[0]);
        Assert.DoesNotContain(_fleet.Done, effect => effect is Effect.SendMouse);
    }

    [Fact]
    public void A_click_with_Control_opens_the_place_under_it()
    {
        Mouse(MouseAction.Press, 12, 0, KeyModifiers.Control);
        Assert.Equal("path/to.cs:12", _fleet.Model.Buffers[0]);
        Assert.Contains("path/to.cs:12", _fleet.Model.Notice!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_opens_in_the_editor_at_the_line()
    {
        using var directory = new FleetTui.Testing.TemporaryDirectory();
        Directory.CreateDirectory(directory["path"]);
        File.WriteAllText(directory["path/to.cs"], "");
        _fleet.Model.Focused!.Status = _fleet.Model.Focused.Status with { Worktree = directory.Path };
        Mouse(MouseAction.Press, 12, 0, KeyModifiers.Control);
        var open = Assert.Single(_fleet.Effects.OfType<Effect.OpenPane>());
        Assert.Equal($"exec ${{VISUAL:-${{EDITOR:-vi}}}} +12 '{directory["path/to.cs"]}'", open.Command[^1]);
    }

    private async Task Click(int x, int y, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Mouse(MouseAction.Press, x, y);
            Mouse(MouseAction.Release, x, y);
            await _fleet.SettleAsync();
        }
    }

    private void Mouse(MouseAction action, int x, int y, KeyModifiers modifiers = KeyModifiers.None) =>
        _fleet.Take(new InputEvent.Mouse(new MouseEvent(action, MouseButton.Left, Content.X + x, Content.Y + y, modifiers)));
}
