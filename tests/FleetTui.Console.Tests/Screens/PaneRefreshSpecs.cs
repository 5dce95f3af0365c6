using System.Text;
using FleetTui.Console.Compositing;
using FleetTui.Console.Outer.Output;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Console.Views;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Tests.Screens;

public sealed class PaneRefreshSpecs
{
    private readonly SampleFleet _fleet = new(240, 60);
    private readonly CellBuffer _buffer = new(0, 0);
    private readonly PaneRefresh _refresh = new();
    private FrameCursor? _cursor;

    public PaneRefreshSpecs() => Whole();

    [Theory]
    [InlineData("short")]
    [InlineData("界 a wide one at the front, and a text that is longer than any tile of this screen is wide, so that it is cut 世界世界世界世界世界世界世界世界世界世界世界世界")]
    [InlineData("")]
    public void Changed_rows_look_as_in_a_whole_frame(string text)
    {
        foreach (var pane in _fleet.Panes.Values)
        {
            pane.Print(2, text);
            pane.Print(0, text + text);
            pane.Cursor = pane.Cursor with { X = 1, Y = 2 };
        }

        Assert.True(Refresh());
        var whole = new CellBuffer(0, 0);
        Assert.Equal(ScreenView.Draw(whole, _fleet.Model), _cursor);
        Assert.All(Enumerable.Range(0, whole.Height), y => Assert.Equal(whole.Row(y), _buffer.Row(y)));
    }

    [Fact]
    public void Only_the_changed_row_is_compared_and_written()
    {
        var writer = new FrameWriter(ColorDepth.TrueColor, false, false);
        writer.Write(_buffer, _cursor, new ByteWriter());
        _fleet.Panes["vscode"].Print(1, "echoed");
        Assert.True(Refresh());
        Assert.Single(Enumerable.Range(0, _buffer.Height), _buffer.TakeTouched);

        // Asked above, the mark is gone: a frame written now would not hold the row.
        var bytes = new ByteWriter();
        writer.Write(_buffer, _cursor, bytes);
        Assert.DoesNotContain("echoed", Encoding.UTF8.GetString(bytes.Written.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_more_than_other_text_is_left_to_the_whole_frame()
    {
        var pane = _fleet.Panes["vscode"];
        Refuses(() => pane.Title = "another title in the status line");
        Refuses(() => pane.Exists = false);
        pane.Exists = true;
        Refuses(() => pane.Info = FakePaneView.Running("vscode") with { Life = PaneLife.Exited, ExitCode = 1 });
        Refuses(() => _fleet.Model.Now += TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Under_a_panel_the_whole_frame_is_drawn()
    {
        _fleet.Press("C-b ?");
        Assert.NotNull(_fleet.Model.Panel);
        Refuses(() => { });
    }

    [Fact]
    public void A_rail_beside_a_page_without_tiles_is_drawn_whole()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Press("C-b c");
        Assert.Empty(fleet.Model.Plan.Tiles);
        Assert.NotNull(fleet.Model.Plan.Rail);
        var refresh = new PaneRefresh();
        refresh.BeforeWhole(_buffer, fleet.Model);
        fleet.Panes["vscode"].Print(1, "its last line");
        Assert.Equal(RefreshStep.Whole, refresh.DrawFocused(_buffer, fleet.Model, ref _cursor));
    }

    private void Refuses(Action change)
    {
        Whole();
        change();
        _fleet.Panes["vscode"].Print(1, "more");
        Assert.False(Refresh());
    }

    /// <summary>Step by step until all tiles are up to date; false when the whole frame must be drawn.</summary>
    private bool Refresh()
    {
        var at = 0;
        var step = _refresh.DrawFocused(_buffer, _fleet.Model, ref _cursor);
        do
        {
            if (step == RefreshStep.Whole) return false;
            step = _refresh.DrawNext(_buffer, _fleet.Model, ref _cursor, ref at);
        }
        while (step != RefreshStep.Unchanged);
        return true;
    }

    private void Whole()
    {
        _refresh.BeforeWhole(_buffer, _fleet.Model);
        _cursor = ScreenView.Draw(_buffer, _fleet.Model);
    }
}
