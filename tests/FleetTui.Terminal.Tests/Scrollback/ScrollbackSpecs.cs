namespace FleetTui.Terminal.Tests.Scrollback;

public sealed class ScrollbackSpecs
{
    [Theory]
    [InlineData("1\r\n2\r\n3\r\n4", "1/2")]
    [InlineData("1\r\n2\e[S", "1")]
    // Not from a margin with sides, nor the alternate screen, nor by DL.
    [InlineData("1\r\n2\e[?69h\e[1;2s\e[2;1H\n\n", "")]
    [InlineData("\e[?1049h1\r\n2\r\n3", "")]
    [InlineData("1\r\n2\e[1;1H\e[M", "")]
    [InlineData("1\r\n2\e[2J", "")]
    [InlineData("1\r\n2\r\n3\e[3J", "")]
    [InlineData("1\r\n2\r\n3\ec", "")]
    public void Lines_reach_the_scrollback_where_xterm_saves_them(string bytes, string kept) =>
        Assert.Equal(kept, new Screenful(10, 2).Feed(bytes).Scrollback);

    [Fact]
    public void A_margin_from_the_top_saves_lines_too()
    {
        var screen = new Screenful(10, 3);
        screen.Feed("1\r\n2\r\nstatus\e[1;2r\e[2;1H\nx");
        Assert.Equal("1", screen.Scrollback);
        Assert.Equal("2/x/status", screen.Text);
    }

    [Fact]
    public void A_margin_below_the_top_saves_none() =>
        Assert.Equal("", new Screenful(10, 3).Feed("1\r\n2\e[2;3r\e[3;1H\n\n").Scrollback);

    [Fact]
    public void Old_lines_go_and_numbers_go_on()
    {
        var screen = new Screenful(10, 2, 5);
        for (var i = 0; i < 1000; i++)
            screen.Feed($"{i}\r\n");
        Assert.Equal(999, screen.Terminal.FirstScreenLine);
        Assert.Equal(994, screen.Terminal.FirstLine);
        Assert.Equal("994/995/996/997/998", screen.Scrollback);
        Assert.Equal("996", screen.Terminal.TextOf(996));
    }

    [Fact]
    public void Without_scrollback_numbers_go_on_alike()
    {
        var screen = new Screenful(10, 2, 0);
        screen.Feed("1\r\n2\r\n3");
        Assert.Equal((1L, 1L), (screen.Terminal.FirstLine, screen.Terminal.FirstScreenLine));
    }

    [Fact]
    public void A_line_comes_back_with_its_styles_and_wrap()
    {
        var screen = new Screenful(4, 2);
        screen.Feed("\e[31mab\e[0;1mcdef\e[0m\r\n\r\n日本\r\n\r\n");
        var cells = new FleetTui.Terminal.Cells.Cell[4];
        Assert.True(screen.Terminal.CopyLine(0, cells));
        Assert.Equal(FleetTui.Terminal.Cells.Color.Indexed(1), cells[1].Style.Foreground);
        Assert.Equal(FleetTui.Terminal.Cells.CellAttributes.Bold, cells[3].Style.Attributes);
        Assert.False(screen.Terminal.CopyLine(1, cells));
        Assert.Equal("日本", screen.Terminal.TextOf(3));
    }

    [Fact]
    public void A_flood_costs_about_its_own_text()
    {
        var screen = new Screenful(120, 40, 10_000);
        var line = System.Text.Encoding.UTF8.GetBytes(new string('x', 80) + "\r\n");
        for (var i = 0; i < 20_000; i++)
            screen.Terminal.Feed(line);
        Assert.InRange(screen.Terminal.ScrollbackBytes, 80 * 10_000, 95 * 10_000);
    }
}
