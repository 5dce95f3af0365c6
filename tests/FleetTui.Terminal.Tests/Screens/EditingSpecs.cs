using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Tests.Screens;

/// <summary>Screens of 10 × 4, rows joined by '/'.</summary>
public sealed class EditingSpecs
{
    private const string Filled = "aaaaaaaaaa\r\nbbbbbbbbbb\r\ncccccccccc\r\ndddddddddd";

    [Theory]
    // Erasing.
    [InlineData(Filled + "\e[2;4H\e[J", "aaaaaaaaaa/bbb//")]
    [InlineData(Filled + "\e[2;4H\e[1J", "/    bbbbbb/cccccccccc/dddddddddd")]
    [InlineData(Filled + "\e[2J", "///")]
    [InlineData(Filled + "\e[2;4H\e[K", "aaaaaaaaaa/bbb/cccccccccc/dddddddddd")]
    [InlineData(Filled + "\e[2;4H\e[1K", "aaaaaaaaaa/    bbbbbb/cccccccccc/dddddddddd")]
    [InlineData(Filled + "\e[2;4H\e[2K", "aaaaaaaaaa//cccccccccc/dddddddddd")]
    [InlineData(Filled + "\e[2;4H\e[3X", "aaaaaaaaaa/bbb   bbbb/cccccccccc/dddddddddd")]
    // A pending wrap is at the last column: EL takes it, as in xterm.
    [InlineData("0123456789\e[K", "012345678///")]
    // Inserting and deleting.
    [InlineData("0123456789\e[1;4H\e[2@", "012  34567///")]
    [InlineData("0123456789\e[1;4H\e[2P", "01256789///")]
    [InlineData("0123456789\e[1;4H\e[4hxy", "012xy34567///")]
    [InlineData(Filled + "\e[2;4H\e[L", "aaaaaaaaaa//bbbbbbbbbb/cccccccccc")]
    [InlineData(Filled + "\e[2;4H\e[M", "aaaaaaaaaa/cccccccccc/dddddddddd/")]
    [InlineData(Filled + "\e[2;3r\e[2;1H\e[5M", "aaaaaaaaaa///dddddddddd")]
    [InlineData(Filled + "\e[2;3r\e[4;1H\e[M", "aaaaaaaaaa/bbbbbbbbbb/cccccccccc/dddddddddd")]
    [InlineData(Filled + "\e[1;3H\e['}", "aa aaaaaaa/bb bbbbbbb/cc ccccccc/dd ddddddd")]
    [InlineData("0123\r\n4567\e[1;2H\e['~", "023/467//")]
    // Scrolling.
    [InlineData(Filled + "\e[S", "bbbbbbbbbb/cccccccccc/dddddddddd/")]
    [InlineData(Filled + "\e[2T", "//aaaaaaaaaa/bbbbbbbbbb")]
    [InlineData(Filled + "\e[2;3r\e[S", "aaaaaaaaaa/cccccccccc//dddddddddd")]
    [InlineData(Filled + "\e[2;3r\e[3;1H\nx", "aaaaaaaaaa/cccccccccc/x/dddddddddd")]
    [InlineData(Filled + "\e[2;3r\e[2;1H\eMx", "aaaaaaaaaa/x/bbbbbbbbbb/dddddddddd")]
    [InlineData("0123\e[ @", "123///")]
    [InlineData("0123\e[2 A", "  0123///")]
    [InlineData("0123\e[1;1H\e6", " 0123///")]
    [InlineData("0123456789\e[1;10H\e9", "123456789///")]
    // Margins at the sides.
    [InlineData(Filled + "\e[?69h\e[3;5s\e[2;4H\e[M", "aaaaaaaaaa/bbcccbbbbb/ccdddccccc/dd   ddddd")]
    [InlineData(Filled + "\e[?69h\e[3;5s\e[2;4H\e[L", "aaaaaaaaaa/bb   bbbbb/ccbbbccccc/ddcccddddd")]
    [InlineData("\e[?69h\e[3;5s\e[1;3Habcdef", "  abc/  def//")]
    [InlineData("0123456789\e[?69h\e[3;6s\e[1;4H\e[@", "012 346789///")]
    [InlineData("0123456789\e[?69h\e[3;6s\e[1;4H\e[P", "01245 6789///")]
    [InlineData("\e[?69h\e[3;5s\e[?6h\e[2;2Hx", "/   x//")]
    // Cursor.
    [InlineData("\e[2;3Hx\e[Ay\e[2Dz", "  zy/  x//")]
    [InlineData("\e[2;3r\e[?6h\e[9;9Hx", "//        x/")]
    [InlineData("\e[2;3r\e[4;1H\e[9Ax", "/x//")]
    [InlineData("a\tb\e[Zc", "a       c///")]
    [InlineData("\e[3g\e[1;5H\eH\r\tx", "    x///")]
    [InlineData("\e[1;5H\e7\e[3;1H\e8x", "    x///")]
    [InlineData("\e[?5W\e[2Gx\e[3ay", " x   y///")]
    [InlineData("0123456789x\e[?45h\b\b\by", "01234567y9/x//")]
    // Wrapping off.
    [InlineData("\e[?7l0123456789xyz", "012345678z///")]
    // Repeat, charsets, alignment, resets.
    [InlineData("ab\e[3bc", "abbbbc///")]
    [InlineData("\e[3b", "///")]
    [InlineData("\e(0lqk\e(Bx", "┌─┐x///")]
    [InlineData("\e)0\u000eq\u000fq", "─q///")]
    [InlineData("\e*0\eNqq", "─q///")]
    [InlineData("\e(A#\e(B#", "£#///")]
    [InlineData("\e#8", "EEEEEEEEEE/EEEEEEEEEE/EEEEEEEEEE/EEEEEEEEEE")]
    [InlineData("\e[2;3r\e[?6hx\ecy", "y///")]
    [InlineData("\e[4h\e[2;3r\e[!pab\e[1;1Hc", "cb///")]
    // Protection.
    [InlineData("\e[1\"qab\e[0\"qcd\e[1;1H\e[?J", "ab///")]
    [InlineData("\e[1\"qab\e[0\"qcd\e[1;1H\e[?2K", "ab///")]
    [InlineData("\e[1\"qab\e[0\"qcd\e[2J", "///")]
    [InlineData("\eVab\eWcd\e[2J", "ab///")]
    // Rectangles.
    [InlineData(Filled + "\e[1;1;2;2;1;3;5;1$v", "aaaaaaaaaa/bbbbbbbbbb/ccccaacccc/ddddbbdddd")]
    [InlineData("\e[88;2;2;3;4$x", "/ XXX/ XXX/")]
    [InlineData(Filled + "\e[2;2;3;9$z", "aaaaaaaaaa/b        b/c        c/dddddddddd")]
    [InlineData("\e[1\"qa\e[0\"qbc\e[1;1;1;9${", "a///")]
    // Broken sequences.
    [InlineData("a\e[1;2\u0018b", "ab///")]
    [InlineData("a\e[<>?m\e[1?2hb", "ab///")]
    [InlineData("a\e[1\r\nmb", "a/b//")]
    [InlineData("a\e[31éb", "aéb///")]
    [InlineData("a\ePq#1sixel\e\\b\e_Ga=T;xx\e\\c\e^pm\e\\d\eXsos\e\\e", "abcde///")]
    public void A_sequence_leaves_the_screen_as_xterm_does(string bytes, string screen) =>
        Assert.Equal(screen, new Screenful().Feed(bytes).Text);

    [Theory]
    [InlineData("日本\e[1;2Hx", " x本///")]
    [InlineData("日本\e[1;3Hx", "日x///")]
    [InlineData("日本\e[1;2H\e[X", "  本///")]
    [InlineData("日本\e[1;2H\e[P", " 本///")]
    [InlineData("012345678日", "012345678/日//")]
    [InlineData("\e[?7l012345678日", "012345678///")]
    [InlineData("日\e[3b", "日日日日///")]
    [InlineData("012345678❤\uFE0F", "012345678/❤\uFE0F//")]
    public void Half_a_wide_character_never_stays(string bytes, string screen) =>
        Assert.Equal(screen, new Screenful().Feed(bytes).Text);

    [Fact]
    public void Malformed_utf8_is_one_replacement_for_each_broken_part()
    {
        var screen = new Screenful(20);
        screen.Terminal.Feed([0xe2, 0x82, (byte)'a', 0xff, 0xf0, 0x9f, 0x98, (byte)'b', 0xc0, 0xaf, (byte)'c', 0x9b, (byte)'d']);
        Assert.Equal("\ufffda\ufffd\ufffdb\ufffd\ufffdc\ufffdd", screen.Row(0));
    }

    [Fact]
    public void Erased_cells_take_the_background_alone()
    {
        var screen = new Screenful();
        screen.Feed("\e[1;31;44m\e[K");
        Assert.Equal(new CellStyle { Background = Color.Indexed(4) }, screen.Cell(5, 0).Style);
    }

    [Fact]
    public void Attributes_of_an_area_are_set_and_reversed()
    {
        var screen = new Screenful();
        screen.Feed("abcd\e[2*x\e[1;2;1;3;1;4$r\e[1;3;1;3;1$t");
        Assert.Equal((CellAttributes.None, UnderlineStyle.None), Look(0));
        Assert.Equal((CellAttributes.Bold, UnderlineStyle.Single), Look(1));
        Assert.Equal((CellAttributes.None, UnderlineStyle.Single), Look(2));

        (CellAttributes, UnderlineStyle) Look(int x) => (screen.Cell(x, 0).Style.Attributes, screen.Cell(x, 0).Style.Underline);
    }

    [Fact]
    public void The_cursor_and_its_shape_are_told()
    {
        var screen = new Screenful();
        screen.Feed("\e[5 q\e[?25l");
        Assert.Equal(new TerminalCursor(0, 0, false, CursorShape.Bar, true), screen.Terminal.Cursor);
    }

    [Fact]
    public void Modes_are_saved_and_restored()
    {
        var screen = new Screenful();
        screen.Feed("\e[?1004h\e[?1004s\e[?1004l");
        Assert.False(screen.Terminal.Modes.FocusReports);
        screen.Feed("\e[?1004r");
        Assert.True(screen.Terminal.Modes.FocusReports);
    }
}
