namespace FleetTui.Terminal.Tests.Conformance;

public sealed class LineSizeSpecs
{
    [Fact]
    public void A_double_wide_row_wraps_in_its_middle()
    {
        var screen = new Screenful().Feed("\e#6abcdefg");
        Assert.Equal("abcde/fg//", screen.Text);
        Assert.Equal((2, 1), screen.At);
    }

    [Theory]
    [InlineData("\e#6\e[9C", 4, 0)]
    [InlineData("\e#3\e[1;9H", 4, 0)]
    [InlineData("\e#4\e[9G", 4, 0)]
    [InlineData("\e[9G\e#6", 4, 0)]
    [InlineData("\e#6\e#5\e[9G", 8, 0)]
    [InlineData("\e#6\e[2J\e[9G", 8, 0)]
    [InlineData("\e#6\t", 4, 0)]
    [InlineData("\e#6\e[2;9H", 8, 1)]
    [InlineData("\e[?69h\e#6\e[9G", 8, 0)]
    [InlineData("\e#6\e[?69h\e[9G", 8, 0)]
    public void The_cursor_stays_within_the_columns_that_the_row_has(string bytes, int x, int y) =>
        Assert.Equal((x, y), new Screenful().Feed(bytes).At);

    [Fact]
    public void Sizes_survive_a_snapshot()
    {
        var first = new Screenful().Feed("\e#6ab");
        var second = VirtualTerminal.Restore(first.Terminal.Snapshot(), new TerminalOptions(100, "fleet test"), new RecordedEffects());
        second.Feed("cdefg"u8);
        Assert.Equal("abcde", second.TextOf(second.FirstScreenLine));
        Assert.Equal("fg", second.TextOf(second.FirstScreenLine + 1));
    }

    [Fact]
    public void Leaving_VT52_mode_leaves_a_VT100_until_a_level_is_set()
    {
        Assert.Equal("", new Screenful().Feed("\e[?2l\e<\eP$qr\e\\\e[4$p").Replies);
        Assert.Equal("^[[4;2$y", new Screenful().Feed("\e[?2l\e<\e[64;1\"p\e[4$p").Replies);
        Assert.Equal("^[[4;2$y", new Screenful().Feed("\e[?2l\e<\ec\e[4$p").Replies);
    }

    [Theory]
    [InlineData("\e[\"v", "^[[4;10;1;1;1\"w")]
    [InlineData("\e[&u", "^[P0!u%5^[\\")]
    [InlineData("\e['|", "^[[0&w")]
    [InlineData("\e[?1m\e[?4g", "^[[>1;2m^[[>4;0f")]
    [InlineData("\e[>0;1t\e]2;6869\a\e[21t\e[>T\e[21t", "^[]l6869^[\\^[]lhi^[\\")]
    [InlineData("\e[>0t\e]2;1b5b\a\e[21t\e]2;xyz\a\e[21t", "^[]l[^[\\^[]l[^[\\")]
    [InlineData("\e[>1t\e]1;ü\a\e[20t", "^[]Lc3bc^[\\")]
    public void Further_questions_are_answered(string bytes, string answer) => Assert.Equal(answer, new Screenful().Feed(bytes).Replies);

    [Theory]
    [InlineData("\e]133;A;k=i;aid=7\a", true)]
    [InlineData("\e]133;N\a", true)]
    [InlineData("\e]133;P;k=i\a", true)]
    [InlineData("\e]133;A;k=s\a", false)]
    [InlineData("\e]133;P;k=r\a", false)]
    [InlineData("\e]133;L\a", false)]
    public void Only_first_prompts_are_marked(string bytes, bool marked)
    {
        var screen = new Screenful().Feed("\r\n" + bytes);
        Assert.Equal(marked ? 1 : null, screen.Terminal.PromptAbove(4));
        Assert.Equal(marked ? 1 : 0, screen.Effects.Events.Count);
    }
}
