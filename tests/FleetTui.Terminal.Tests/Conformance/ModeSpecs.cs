namespace FleetTui.Terminal.Tests.Conformance;

public sealed class ModeSpecs
{
    [Theory]
    [InlineData("\e[1$p\e[19$p", "^[[1;4$y^[[19;4$y")]
    [InlineData("\e[?8$p\e[?8l\e[?8$p", "^[[?8;3$y^[[?8;3$y")]
    [InlineData("\e[?60$p\e[?60h\e[?60$p", "^[[?60;4$y^[[?60;4$y")]
    [InlineData("\e[?42$p\e[?42h\e[?42$p", "^[[?42;2$y^[[?42;1$y")]
    [InlineData("\e[?1046$p", "^[[?1046;1$y")]
    [InlineData("\e[?18$p\e[?19$p", "^[[?18;2$y^[[?19;1$y")]
    public void DECRQM_tells_modes_that_are_fixed_from_those_that_can_be_set(string question, string answer) =>
        Assert.Equal(answer, new Screenful().Feed(question).Replies);

    [Fact]
    public void Extended_reverse_wrap_ends_with_a_soft_reset()
    {
        var screen = new Screenful().Feed("\e[?1045h\e[!p\e[2;1H\b");
        Assert.Equal((0, 1), screen.At);
    }

    [Fact]
    public void A_restored_cursor_is_within_the_margins_that_origin_mode_counts_from()
    {
        Assert.Equal((1, 1), new Screenful().Feed("\e[?6h\e[4;2H\e7\e[1;2r\e8").At);
        Assert.Equal((1, 3), new Screenful().Feed("\e[4;2H\e7\e[1;2r\e8").At);
    }

    [Fact]
    public void A_soft_reset_stills_the_cursor() =>
        Assert.Equal("^[[?12;2$y", new Screenful().Feed("\e[1 q\e[!p\e[?12$p").Replies);

    [Fact]
    public void A_tab_at_a_pending_wrap_wraps_first_when_asked()
    {
        var screen = new Screenful(20).Feed(new string('x', 20) + "\t1");
        Assert.Equal("xxxxxxxxxxxxxxxxxxxx", screen.Row(0));
        Assert.Equal("1", screen.Row(1));
        screen = new Screenful(20).Feed("\e[?41h" + new string('x', 20) + "\t1");
        Assert.Equal("        1", screen.Row(1));
    }

    [Fact]
    public void Without_permission_the_alternate_screen_is_not_switched_to()
    {
        var screen = new Screenful().Feed("\e[?1046lmain\e[?1049h");
        Assert.False(screen.Terminal.Modes.AlternateScreen);
        Assert.Equal("main///", screen.Text);
        Assert.True(screen.Feed("\e[?1046h\e[?1049h").Terminal.Modes.AlternateScreen);
    }

    [Theory]
    [InlineData("\e[62;1\"p\e[4$p", "")]
    [InlineData("\e[63;1\"p\e[4$p", "^[[4;2$y")]
    [InlineData("\e[63;1\"p\e[?69h\e[?69$p", "^[[?69;2$y")]
    [InlineData("\e[63;1\"p\e[1;1;1;1;1;1*y", "")]
    [InlineData("\e[63;1\"p\eP$q\"p\e\\", "^[P1$r63;1\"p^[\\")]
    [InlineData("\eP$q\"p\e\\", "^[P1$r64;1\"p^[\\")]
    [InlineData("\e[66;1\"p\eP$q\"p\e\\", "^[P1$r64;1\"p^[\\")]
    [InlineData("\e[61\"p\eP$q\"p\e\\\ec\eP$q\"p\e\\", "^[P1$r64;1\"p^[\\")]
    public void A_lower_conformance_level_takes_away_what_came_later(string bytes, string answer) =>
        Assert.Equal(answer, new Screenful().Feed(bytes).Replies);

    [Fact]
    public void Only_level_5_may_keep_the_screen_when_the_columns_change()
    {
        Assert.Equal("///", new Screenful().Feed("\e[?40h\e[?95hx\e[?3h").Text);
        Assert.Equal("x///", new Screenful().Feed("\e[65;1\"p\e[?40h\e[?95hx\e[?3h").Text);
    }
}
