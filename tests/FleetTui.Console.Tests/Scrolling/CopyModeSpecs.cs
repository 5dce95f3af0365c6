using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Scrolling;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Scrolling;

/// <summary>Copy mode by the keys: vi's table of console.md §1.2, then emacs's.</summary>
public sealed class CopyModeSpecs
{
    private static readonly string[] Text =
    [
        "alpha beta-gamma  delta",
        "  if (x[1] == {a, b}) { return; }",
        "",
        "second paragraph here",
        "of two lines, alpha again",
        "",
        "third: path/to/file.cs:12 and ALPHA",
        "}",
    ];

    [Theory]
    [InlineData("g", 0, 0)]
    [InlineData("g w", 0, 6)]
    [InlineData("g 2 w", 0, 10)]
    [InlineData("g 3 w", 0, 11)]
    [InlineData("g W", 0, 6)]
    [InlineData("g 2 W", 0, 18)]
    [InlineData("g e", 0, 4)]
    [InlineData("g 2 E", 0, 15)]
    [InlineData("g 5 w", 1, 2)]
    [InlineData("g 5 w b", 0, 18)]
    [InlineData("g 5 w 2 B", 0, 6)]
    [InlineData("g $", 0, 22)]
    [InlineData("g $ 0", 0, 0)]
    [InlineData("g j ^", 1, 2)]
    [InlineData("g l l h", 0, 1)]
    [InlineData("g 3 j 2 k", 1, 0)]
    [InlineData("g }", 2, 0)]
    [InlineData("g 2 }", 5, 0)]
    [InlineData("g 2 } {", 2, 0)]
    [InlineData("g j %", 1, 20)]
    [InlineData("g j % %", 1, 5)]
    [InlineData("g f b", 0, 6)]
    [InlineData("g f a ;", 0, 9)]
    [InlineData("g 2 f a", 0, 9)]
    [InlineData("g t b", 0, 5)]
    [InlineData("g $ F b", 0, 6)]
    [InlineData("g $ T b", 0, 7)]
    [InlineData("g f a ; ,", 0, 4)]
    [InlineData("g X 3 j M-x", 0, 0)]
    [InlineData("g / a l p h a Enter", 4, 14)]
    [InlineData("g / a l p h a Enter n", 6, 30)]
    [InlineData("g / a l p h a Enter n N", 4, 14)]
    [InlineData("g 3 j / A L P Enter", 6, 30)]
    [InlineData("G ? a l p h a Enter", 6, 30)]
    [InlineData("G ? a l p h a Enter n", 4, 14)]
    [InlineData("g *", 4, 14)]
    [InlineData("g * #", 0, 0)]
    [InlineData("g / s e c", 3, 0)]
    [InlineData("g / s e c Escape", 0, 0)]
    [InlineData("g / t w C-s", 4, 3)]
    [InlineData("g L", 19, 0)]
    [InlineData("g L H", 0, 0)]
    [InlineData("g M", 9, 0)]
    [InlineData("g 1 0 j", 10, 0)]
    public async Task A_motion_of_vi_leads_where_vi_leads(string keys, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), (await Copying(keys)).Model.Focused!.Scroll!.Cursor);

    [Theory]
    [InlineData("M-<", 0, 0)]
    [InlineData("M-< C-f C-f C-b C-b", 0, 1)]
    [InlineData("M-< C-n C-n C-p", 1, 0)]
    [InlineData("M-< M-f", 0, 4)]
    [InlineData("M-< M-2 M-f", 0, 9)]
    [InlineData("M-< M-1 0 C-n", 10, 0)]
    [InlineData("M-< C-e M-b", 0, 18)]
    [InlineData("M-< C-e C-a", 0, 0)]
    [InlineData("M-< C-n M-m", 1, 2)]
    [InlineData("M-< M-}", 2, 0)]
    [InlineData("M-< M-} M-} M-{", 2, 0)]
    [InlineData("M-< C-s s e c", 3, 0)]
    [InlineData("M-< C-s a l p h a C-s C-s", 6, 30)]
    [InlineData("M-< C-n C-M-f", 1, 20)]
    [InlineData("M-< f b", 0, 6)]
    [InlineData("M-< X C-n M-x", 0, 0)]
    [InlineData("M-< M-r", 9, 0)]
    public async Task A_motion_of_emacs_leads_where_emacs_leads(string keys, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), (await Copying(keys, emacs: true)).Model.Focused!.Scroll!.Cursor);

    [Theory]
    [InlineData("g v e y", "alpha")]
    [InlineData("g Space e Enter", "alpha")]
    [InlineData("g V j y", "alpha beta-gamma  delta\n  if (x[1] == {a, b}) { return; }")]
    [InlineData("g w D", "beta-gamma  delta")]
    [InlineData("g 3 j C-v j 3 l y", "seco\nof t")]
    [InlineData("g e v 0 o l y", "alpha ")]
    [InlineData("g / s e c Enter v e y", "second")]
    public async Task What_is_selected_is_copied(string keys, string copied)
    {
        var fleet = await Copying(keys);
        Assert.Equal(copied, fleet.Model.Buffers[0]);
        Assert.Null(fleet.Model.Focused!.Scroll);
    }

    [Theory]
    [InlineData("M-< C-Space M-f M-w", "alpha")]
    [InlineData("M-< C-n C-k", "  if (x[1] == {a, b}) { return; }")]
    [InlineData("M-< R C-n C-f C-w", "al\n  ")]
    public async Task Emacs_copies_too(string keys, string copied) =>
        Assert.Equal(copied, (await Copying(keys, emacs: true)).Model.Buffers[0]);

    [Fact]
    public async Task Appending_adds_to_what_was_copied_last()
    {
        var fleet = await Copying("g v e y");
        await fleet.Press("C-b [").SettleAsync();
        await fleet.Press("g w v e A").SettleAsync();
        Assert.Equal("alphabeta", Assert.Single(fleet.Model.Buffers));
    }

    [Fact]
    public async Task Paragraph_keys_stop_where_a_prompt_begins()
    {
        var fleet = await Copying("g");
        fleet.Panes["vscode"].Prompts.Add(4);
        await fleet.Press("r").SettleAsync();
        fleet.Press("}").Press("}");
        Assert.Equal(new LinePosition(4, 0), fleet.Model.Focused!.Scroll!.Cursor);
    }

    [Fact]
    public async Task A_line_is_gone_to_by_the_number_that_the_bar_shows()
    {
        var fleet = await Copying(": 3 Enter");
        Assert.Equal(fleet.Panes["vscode"].FirstScreenLine - 3, fleet.Model.Focused!.Scroll!.Top);
    }

    [Fact]
    public async Task A_search_reaches_lines_that_have_to_be_fetched_and_leaves_the_cursor_where_it_was_when_there_is_none()
    {
        var fleet = new SampleFleet(80, 24);
        fleet.Panes["vscode"].With([.. Enumerable.Range(0, 9000).Select(line => $"line {line}")]);
        await fleet.Press("C-b [ ? l i n e Space 1 2 $").SettleAsync();
        await fleet.Press("Escape").SettleAsync();
        await fleet.Press("? l i n e Space 1 7 Enter").SettleAsync();
        Assert.Equal("line 1799", Line(fleet, fleet.Model.Focused!.Scroll!.Cursor.Line)[..9]);
        var before = fleet.Model.Focused.Scroll.Cursor;
        await fleet.Press("/ n o n e Enter").SettleAsync();
        Assert.Equal(before, fleet.Model.Focused.Scroll.Cursor);
        Assert.Contains("no more \"none\"", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrapped_rows_are_one_line_when_copied()
    {
        var fleet = new SampleFleet(80, 24);
        fleet.Panes["vscode"].With([.. Enumerable.Range(0, 30).Select(_ => new string('x', 79) + "y")]);
        fleet.Panes["vscode"].Wrapped.UnionWith([0, 1]);
        await fleet.Press("C-b [ g v j j $ y").SettleAsync();
        Assert.Equal(240, fleet.Model.Buffers[0].Length);
    }

    [Fact]
    public async Task Typing_returns_to_the_live_screen_and_is_not_lost()
    {
        var fleet = new SampleFleet(80, 24);
        fleet.Panes["vscode"].With([.. Enumerable.Range(0, 60).Select(line => $"line {line}")]);
        fleet.Take(new Outer.Input.InputEvent.Mouse(new Terminal.Input.MouseEvent(Terminal.Input.MouseAction.Press, Terminal.Input.MouseButton.WheelUp, 5, 10, 0)));
        Assert.StartsWith(" SCROLL ", fleet.StatusLine(), StringComparison.Ordinal);
        fleet.Press("PgUp");
        Assert.NotNull(fleet.Model.Focused!.Scroll);
        Assert.DoesNotContain(fleet.Effects, effect => effect is Effect.SendKey);
        await fleet.Press("q").SettleAsync();
        Assert.Null(fleet.Model.Focused.Scroll);
        Assert.Equal('q', Assert.Single(fleet.Done.OfType<Effect.SendKey>()).Key.Rune);
        fleet.Take(new Outer.Input.InputEvent.Mouse(new Terminal.Input.MouseEvent(Terminal.Input.MouseAction.Press, Terminal.Input.MouseButton.WheelUp, 5, 10, 0))).Press("End");
        Assert.Null(fleet.Model.Focused.Scroll);
        Assert.DoesNotContain(fleet.Effects, effect => effect is Effect.SendKey);
    }

    [Fact]
    public async Task Every_match_is_seen()
    {
        var fleet = await Copying("g / a l p h a");
        var buffer = new Compositing.CellBuffer(80, 24);
        Views.ScreenView.Draw(buffer, fleet.Model);
        var content = fleet.Model.Plan.TileOf(0)!.Content;
        bool Marked(int x, int y) => buffer.Row(content.Y + y)[content.X + x].Style.Background == Terminal.Cells.Color.Indexed(3);
        Assert.All([(0, 0), (4, 0), (14, 4), (30, 6)], place => Assert.True(Marked(place.Item1, place.Item2)));
        Assert.False(Marked(5, 0));
    }

    internal static async Task<SampleFleet> Copying(string keys, bool emacs = false)
    {
        var fleet = new SampleFleet(80, 24, SampleFleet.Options with { EmacsModeKeys = emacs });
        fleet.Panes["vscode"].With([.. Text, .. Enumerable.Range(0, 40).Select(line => $"line {line}")]);
        await fleet.Press("C-b [").SettleAsync();
        foreach (var key in keys.Split(' '))
        {
            await fleet.Press(key).SettleAsync();
        }

        return fleet;
    }

    private static string Line(SampleFleet fleet, long line) =>
        string.Concat(fleet.Panes["vscode"].LinesAsync(line, 1, CancellationToken.None).Result.Lines[0].Select(cell => cell.Text));
}
