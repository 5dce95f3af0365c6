using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Tests.Screens;

public sealed class PrintingSpecs
{
    [Fact]
    public void Text_wraps_at_the_edge_only_when_more_comes()
    {
        var screen = new Screenful(4, 3);
        screen.Feed("abcd");
        Assert.Equal((3, 0), screen.At);
        screen.Feed("e");
        Assert.Equal("abcd/e/", screen.Text);
        Assert.Equal((1, 1), screen.At);
    }

    [Fact]
    public void Lines_scroll_into_the_scrollback()
    {
        var screen = new Screenful(10, 2);
        screen.Feed("one\r\ntwo\r\nthree\r\nfour");
        Assert.Equal("three/four", screen.Text);
        Assert.Equal("one/two", screen.Scrollback);
        Assert.Equal(2, screen.Terminal.FirstScreenLine);
    }

    [Fact]
    public void Renditions_reach_the_cells()
    {
        var screen = new Screenful();
        screen.Feed("\e[1;3;4:3;38;5;208;48;2;1;2;3;58:5:9mx\e[0my");
        var style = screen.Cell(0, 0).Style;
        Assert.Equal(CellAttributes.Bold | CellAttributes.Italic, style.Attributes);
        Assert.Equal(UnderlineStyle.Curly, style.Underline);
        Assert.Equal(Color.Indexed(208), style.Foreground);
        Assert.Equal(Color.Rgb(1, 2, 3), style.Background);
        Assert.Equal(Color.Indexed(9), style.UnderlineColor);
        Assert.Equal(CellStyle.Default, screen.Cell(1, 0).Style);
    }

    [Fact]
    public void The_alternate_screen_leaves_the_main_one_as_it_was()
    {
        var screen = new Screenful();
        screen.Feed("shell\e[?1049hvim\e[2;2Hx");
        Assert.True(screen.Terminal.Modes.AlternateScreen);
        Assert.Equal("     vim/ x//", screen.Text);
        screen.Feed("\e[?1049l");
        Assert.Equal("shell///", screen.Text);
        Assert.Equal((5, 0), screen.At);
    }

    [Theory]
    [InlineData("日本", "日本", 4)]
    [InlineData("e\u0301x", "e\u0301x", 2)]
    [InlineData("👨‍👩‍👧x", "👨‍👩‍👧x", 3)]
    [InlineData("🇯🇵🇫🇷", "🇯🇵🇫🇷", 4)]
    [InlineData("❤️x", "❤️x", 3)]
    [InlineData("❤x", "❤x", 2)]
    [InlineData("👍🏽x", "👍🏽x", 3)]
    [InlineData("1️⃣x", "1️⃣x", 3)]
    [InlineData("⌚\uFE0Ex", "⌚\uFE0Ex", 2)]
    [InlineData("각x", "각x", 3)]
    [InlineData("한x", "한x", 3)]
    [InlineData("काx", "काx", 3)]
    [InlineData("क्षि", "क्षि", 3)]
    [InlineData("a\u09cb\u0903b", "a\u09cb\u0903b", 4)]
    [InlineData("\u0903x", "\u0903x", 2)]
    public void Clusters_take_the_columns_they_should(string text, string shown, int columns)
    {
        var screen = new Screenful(20);
        screen.Feed(text);
        Assert.Equal(shown, screen.Row(0));
        Assert.Equal(columns, screen.Terminal.Cursor.X);
    }

    [Fact]
    public void A_spacing_mark_shares_its_base_s_cell_and_takes_a_column()
    {
        var screen = new Screenful(4, 2);
        screen.Feed("abcका");
        Assert.Equal(("क", "ा"), (screen.Cell(3, 0).Text, screen.Cell(0, 1).Text));
        screen.Feed("\e[Hकाक");
        Assert.Equal(("का", 2, "क"), (screen.Cell(0, 0).Text, screen.Cell(0, 0).Width, screen.Cell(2, 0).Text));
    }

    [Theory]
    [InlineData("ab\e[2b", "abbb")]
    [InlineData("日\e[b", "日日")]
    [InlineData("e\u0301\e[b", "e\u0301e\u0301")]
    [InlineData("ab\e[b\e[b", "abb")]
    [InlineData("ab\r\e[3b", "ab")]
    [InlineData("ab\e[m\e[3b", "ab")]
    public void Repeat_needs_a_character_right_before_it(string bytes, string shown) => Assert.Equal(shown, new Screenful().Feed(bytes).Row(0));

    [Fact]
    public void Without_wrapping_a_wide_character_is_not_shown_where_there_is_room_for_half_of_it()
    {
        var screen = new Screenful(4, 2);
        screen.Feed("\e[?7labc日");
        Assert.Equal("abc/", screen.Text);
        Assert.Equal((3, 0), screen.At);
    }
}
