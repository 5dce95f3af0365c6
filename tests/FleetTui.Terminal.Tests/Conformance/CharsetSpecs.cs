using FleetTui.Terminal.Input;

namespace FleetTui.Terminal.Tests.Conformance;

public sealed class CharsetSpecs
{
    [Theory]
    [InlineData("\e(0lqk", "┌─┐")]
    [InlineData("\e(A#", "£")]
    [InlineData("\e(>abc<\e(B<", "αβχ≤<")]
    [InlineData("\e(<ad\e(%5W", "áäŒ")]
    [InlineData("\e-A\eNa\x0ei", "aé")]
    [InlineData("\e.A\eNaa", "áa")]
    [InlineData("\e*0\eNqq", "─q")]
    [InlineData("\e+0\eOqq", "─q")]
    [InlineData("\e+0\eoqq\x0fq", "──q")]
    [InlineData("\e(0\e(Uq", "q")]
    [InlineData("\e(0\e(\"!zq", "─")]
    public void A_designated_set_gives_its_characters(string bytes, string shown) =>
        Assert.Equal(shown, new Screenful().Feed(bytes).Row(0));

    [Theory]
    [InlineData("K", "#§ÄÖÜ^_`äöüß")]
    [InlineData("4", "£¾ĳ½|^_`¨ƒ¼´")]
    [InlineData("C", "#@ÄÖÅÜ_éäöåü")]
    [InlineData("R", "£à°ç§^_`éùè¨")]
    [InlineData("Q", "#àâçêî_ôéùèû")]
    [InlineData("Y", "£§°çé^_ùàòèì")]
    [InlineData("E", "#ÄÆØÅÜ_äæøåü")]
    [InlineData("%6", "#@ÃÇÕ^_`ãçõ~")]
    [InlineData("Z", "£§¡Ñ¿^_`°ñç~")]
    [InlineData("H", "#ÉÄÖÅÜ_éäöåü")]
    [InlineData("=", "ùàéçêîèôäöüû")]
    [InlineData("%2", "#İŞÖÇÜ_Ğşöçü")]
    [InlineData("&5", "#@[\\]^_ЮШЭЩЧ")]
    public void A_national_set_replaces_its_positions_in_mode_42_only(string designator, string shown)
    {
        const string Positions = "#@[\\]^_`{|}~";
        Assert.Equal(shown, new Screenful(20).Feed($"\e[?42h\e({designator}{Positions}").Row(0));
        Assert.Equal(Positions, new Screenful(20).Feed($"\e({designator}{Positions}").Row(0));
    }

    [Fact]
    public void Sets_are_saved_with_the_cursor_and_reported()
    {
        var screen = new Screenful().Feed("\e(0\e)>\e*%5\e/A\x0e\e}\e7\ec\e[1$w");
        Assert.Equal("^[P1$u1;1;1;@;@;@;0;2;@;BBBB^[\\", screen.Replies);
        screen = new Screenful().Feed("\e(0\e)>\e*%5\e/A\x0e\e~\e7\e[!p\e8\e[1$w");
        Assert.Equal("^[P1$u1;1;1;@;@;@;0;2;@;BBBB^[\\", screen.Replies);
        screen = new Screenful().Feed("\e(0\e)>\e*<\e/A\x0e\e~\e[1$w");
        Assert.Equal("^[P1$u1;1;1;@;@;@;1;1;H;0><A^[\\", screen.Replies);
    }

    [Fact]
    public void A_report_of_the_sets_brings_them_back()
    {
        var report = "1;1;1;@;@;@;1;3;H;0><A";
        Assert.Equal($"^[P1$u{report}^[\\", new Screenful().Feed($"\eP1$t{report}\e\\\e[1$w").Replies);
        Assert.Equal("^[P1$u1;1;1;@;@;@;0;2;@;%6BB0^[\\", new Screenful().Feed("\eP1$t1;1;1;@;@;@;0;2;@;%6BB0\e\\\e[1$w").Replies);
    }

    [Fact]
    public void VT52_mode_speaks_its_own_grammar_until_it_is_left()
    {
        var screen = new Screenful().Feed("\e[?2labcdefgh\eH\eB\eCX\eY\"%Y\eA\eDZ\eFq\eGq\e<\e[HA");
        Assert.Equal("Abcdefgh/ X   Z─q/     Y/", screen.Text);
    }

    [Fact]
    public void VT52_mode_erases_scrolls_back_and_tells_what_it_is()
    {
        var screen = new Screenful().Feed("one\r\ntwo\r\nthree\e[?2l\e[?6h\eH\eI\eB\eC\eK\eB\eJ\eZ");
        Assert.Equal("^[/Z", screen.Replies);
        Assert.Equal("/o/t/", screen.Text);
    }

    [Fact]
    public void VT52_mode_is_told_and_ends_with_a_reset_of_its_own()
    {
        var screen = new Screenful().Feed("\e[?2$p\e[?2l\e<\e[64;1\"p\e[?2$p");
        Assert.Equal("^[[?2;1$y^[[?2;1$y", screen.Replies);
    }

    [Fact]
    public void Keys_follow_VT52_mode()
    {
        var screen = new Screenful().Feed("\e[?1h\e=\e[?2l");
        Assert.Equal("^[A", screen.Key(new KeyEvent(Key.Up)));
        Assert.Equal("^[P", screen.Key(new KeyEvent(Key.F1)));
        Assert.Equal("^[?u", screen.Key(new KeyEvent(Key.Keypad5)));
    }

    [Fact]
    public void Answers_are_8_bit_when_asked()
    {
        var screen = new Screenful();
        var bytes = new List<byte>();
        var terminal = new VirtualTerminal(10, 4, new TerminalOptions(), new ByteEffects(bytes));
        terminal.Feed("\e G\e[5n\eP$qr\e\\\e F\e[5n"u8);
        Assert.Equal([0x9b, (byte)'0', (byte)'n', 0x90, .. "1$r1;4r"u8, 0x9c, 0x1b, .. "[0n"u8], bytes);
        Assert.Equal("", screen.Replies);
    }

    [Fact]
    public void Delete_sends_DEL_when_asked() =>
        Assert.Equal("\x7f", new Screenful().Feed("\e[?1037h").Key(new KeyEvent(Key.Delete)));

    private sealed class ByteEffects(List<byte> bytes) : SilentEffects
    {
        public override void Reply(ReadOnlySpan<byte> reply) => bytes.AddRange(reply);
    }
}
