namespace FleetTui.Terminal.Tests.Reflow;

public sealed class ReflowSpecs
{
    [Fact]
    public void Wrapped_lines_join_and_wrap_anew()
    {
        var screen = new Screenful(10, 4);
        screen.Feed("0123456789abcde\r\nx");
        screen.Terminal.Resize(5, 4);
        Assert.Equal("01234/56789/abcde/x", screen.Text);
        screen.Terminal.Resize(20, 4);
        Assert.Equal("0123456789abcde/x//", screen.Text);
        Assert.Equal((1, 1), screen.At);
    }

    [Fact]
    public void The_cursor_stays_on_its_character()
    {
        var screen = new Screenful(10, 4);
        screen.Feed("0123456789abcde\e[2;3H");
        screen.Terminal.Resize(4, 4);
        Assert.Equal("0123/4567/89ab/cde", screen.Text);
        Assert.Equal((0, 3), screen.At);
    }

    [Fact]
    public void What_does_not_fit_goes_to_the_scrollback_and_comes_back()
    {
        var screen = new Screenful(10, 4);
        screen.Feed("1\r\n2\r\n3\r\n4");
        screen.Terminal.Resize(10, 2);
        Assert.Equal("3/4", screen.Text);
        Assert.Equal("1/2", screen.Scrollback);
        screen.Terminal.Resize(10, 4);
        Assert.Equal("1/2/3/4", screen.Text);
        Assert.Equal("", screen.Scrollback);
        Assert.Equal((1, 3), screen.At);
    }

    [Fact]
    public void Blank_rows_below_the_cursor_go_first()
    {
        var screen = new Screenful(10, 6);
        screen.Feed("1\r\n2");
        screen.Terminal.Resize(10, 3);
        Assert.Equal("1/2/", screen.Text);
        Assert.Equal("", screen.Scrollback);
        screen.Terminal.Resize(10, 6);
        Assert.Equal("1/2////", screen.Text);
    }

    [Fact]
    public void The_scrollback_is_rewrapped_and_joined_with_the_screen()
    {
        var screen = new Screenful(4, 2);
        screen.Feed("abcdefghijklmnop");
        Assert.Equal("abcd/efgh", screen.Scrollback);
        screen.Terminal.Resize(8, 2);
        Assert.Equal("abcdefgh/ijklmnop", screen.Text);
        Assert.Equal("", screen.Scrollback);
    }

    [Fact]
    public void A_wide_character_is_never_split()
    {
        var screen = new Screenful(6, 4);
        screen.Feed("日本語x");
        screen.Terminal.Resize(5, 4);
        Assert.Equal("日本/語x//", screen.Text);
        screen.Terminal.Resize(8, 4);
        Assert.Equal("日本語x///", screen.Text);
        screen.Terminal.Resize(1, 4);
        screen.Terminal.Resize(8, 4);
    }

    [Fact]
    public void The_alternate_screen_does_not_reflow_but_the_main_one_behind_it_does()
    {
        var screen = new Screenful(10, 4);
        screen.Feed("0123456789abc\e[?1049h\e[Hfull screen");
        screen.Terminal.Resize(5, 4);
        Assert.Equal("full/n//", screen.Text);
        screen.Feed("\e[?1049l");
        Assert.Equal("01234/56789/abc/", screen.Text);
        Assert.Equal((3, 2), screen.At);
    }

    [Fact]
    public void A_cursor_waiting_to_wrap_still_waits()
    {
        var screen = new Screenful(10, 4);
        screen.Feed("0123456789");
        screen.Terminal.Resize(5, 4);
        screen.Feed("x");
        Assert.Equal("01234/56789/x/", screen.Text);
    }

    [Fact]
    public void Resizing_there_and_back_changes_nothing()
    {
        var screen = new Screenful(30, 10, 1000);
        for (var i = 0; i < 60; i++)
            screen.Feed($"\e[3{i % 8}mline {i} {new string((char)('a' + (i % 26)), i)}\e[0m\r\n");
        var (text, scrollback) = (screen.Text, screen.Scrollback);
        screen.Terminal.Resize(13, 10);
        screen.Terminal.Resize(30, 10);
        Assert.Equal(scrollback + "/" + text, screen.Scrollback + "/" + screen.Text);
    }
}
