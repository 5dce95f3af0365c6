using FleetTui.Terminal.Input;

namespace FleetTui.Terminal.Tests.Input;

public sealed class MouseSpecs
{
    [Theory]
    [InlineData("", MouseAction.Press, MouseButton.Left, "")]
    [InlineData("\e[?1000h", MouseAction.Press, MouseButton.Left, "^[[M #\"")]
    [InlineData("\e[?1000h", MouseAction.Release, MouseButton.Left, "^[[M##\"")]
    [InlineData("\e[?1000h", MouseAction.Move, MouseButton.Left, "")]
    [InlineData("\e[?1000;1006h", MouseAction.Press, MouseButton.Left, "^[[<0;3;2M")]
    [InlineData("\e[?1000;1006h", MouseAction.Release, MouseButton.Right, "^[[<2;3;2m")]
    [InlineData("\e[?1000;1006h", MouseAction.Press, MouseButton.WheelDown, "^[[<65;3;2M")]
    [InlineData("\e[?1002;1006h", MouseAction.Move, MouseButton.Left, "^[[<32;3;2M")]
    [InlineData("\e[?1002;1006h", MouseAction.Move, MouseButton.None, "")]
    [InlineData("\e[?1003;1006h", MouseAction.Move, MouseButton.None, "^[[<35;3;2M")]
    [InlineData("\e[?1003h\e[?1003l", MouseAction.Press, MouseButton.Left, "")]
    [InlineData("\e[?9h", MouseAction.Press, MouseButton.Left, "^[[M #\"")]
    [InlineData("\e[?9h", MouseAction.Release, MouseButton.Left, "")]
    [InlineData("\e[?1000;1015h", MouseAction.Press, MouseButton.Middle, "^[[33;3;2M")]
    [InlineData("\e[?1000;1005h", MouseAction.Press, MouseButton.Middle, "^[[M!#\"")]
    [InlineData("\e[?1000;1006h", MouseAction.Press, MouseButton.Button8, "^[[<128;3;2M")]
    public void An_event_is_sent_as_the_program_asked(string modes, MouseAction action, MouseButton button, string sent) =>
        Assert.Equal(sent, new Screenful().Feed(modes).Mouse(new MouseEvent(action, button, 2, 1, KeyModifiers.None)));

    [Fact]
    public void Modifiers_are_told() =>
        Assert.Equal("^[[<28;1;1M", new Screenful().Feed("\e[?1000;1006h").Mouse(new MouseEvent(MouseAction.Press, MouseButton.Left, 0, 0, KeyModifiers.Shift | KeyModifiers.Alt | KeyModifiers.Control)));

    [Fact]
    public void Old_coordinates_past_223_are_not_sent()
    {
        var screen = new Screenful(400);
        Assert.Equal("", screen.Feed("\e[?1000h").Mouse(new MouseEvent(MouseAction.Press, MouseButton.Left, 300, 0, KeyModifiers.None)));
        Assert.Equal("^[[<0;301;1M", screen.Feed("\e[?1006h").Mouse(new MouseEvent(MouseAction.Press, MouseButton.Left, 300, 0, KeyModifiers.None)));
    }

    [Fact]
    public void The_wheel_is_cursor_keys_only_on_the_alternate_screen_of_a_program_that_asked()
    {
        var wheel = new MouseEvent(MouseAction.Press, MouseButton.WheelUp, 0, 0, KeyModifiers.None);
        Assert.Equal("", new Screenful().Feed("\e[?1049h").Mouse(wheel));
        Assert.Equal("", new Screenful().Feed("\e[?1007h").Mouse(wheel));
        Assert.Equal("^[[A^[[A^[[A", new Screenful().Feed("\e[?1049;1007h").Mouse(wheel));
    }

    [Fact]
    public void Focus_is_told_when_asked()
    {
        var screen = new Screenful();
        Assert.Equal("", screen.Focus(true));
        screen.Feed("\e[?1004h");
        Assert.Equal("^[[I", screen.Focus(true));
        Assert.Equal("^[[O", screen.Focus(false));
    }

    [Theory]
    [InlineData("", "a\nb\r\nc\td", "a\rb\rc\td")]
    [InlineData("\e[?2004h", "a\nb", "^[[200~a\rb^[[201~")]
    [InlineData("\e[?2004h", "x\e[201~rm\n", "^[[200~xrm\r^[[201~")]
    [InlineData("\e[?2004h", "x\u009b201~y", "^[[200~xy^[[201~")]
    [InlineData("\e[?2004h", "\e[20\e[201~1~", "^[[200~[201~^[[201~")]
    [InlineData("", "a\x03\e[31mb\x7f", "a[31mb")]
    public void A_paste_cannot_end_itself_or_press_keys(string modes, string pasted, string sent) =>
        Assert.Equal(sent, new Screenful().Feed(modes).Paste(pasted));
}
