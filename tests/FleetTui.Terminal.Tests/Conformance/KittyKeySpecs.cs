using FleetTui.Terminal.Input;

namespace FleetTui.Terminal.Tests.Conformance;

public sealed class KittyKeySpecs
{
    /// <summary>The table "Functional key definitions" of the protocol, all keys being escape codes.</summary>
    [Theory]
    [InlineData(Key.Escape, "27u")]
    [InlineData(Key.Enter, "13u")]
    [InlineData(Key.Tab, "9u")]
    [InlineData(Key.Backspace, "127u")]
    [InlineData(Key.Insert, "2~")]
    [InlineData(Key.Delete, "3~")]
    [InlineData(Key.Left, "D")]
    [InlineData(Key.Right, "C")]
    [InlineData(Key.Up, "A")]
    [InlineData(Key.Down, "B")]
    [InlineData(Key.PageUp, "5~")]
    [InlineData(Key.PageDown, "6~")]
    [InlineData(Key.Home, "H")]
    [InlineData(Key.End, "F")]
    [InlineData(Key.CapsLock, "57358u")]
    [InlineData(Key.ScrollLock, "57359u")]
    [InlineData(Key.NumLock, "57360u")]
    [InlineData(Key.PrintScreen, "57361u")]
    [InlineData(Key.Pause, "57362u")]
    [InlineData(Key.Menu, "57363u")]
    [InlineData(Key.F1, "P")]
    [InlineData(Key.F2, "Q")]
    [InlineData(Key.F3, "13~")]
    [InlineData(Key.F4, "S")]
    [InlineData(Key.F5, "15~")]
    [InlineData(Key.F6, "17~")]
    [InlineData(Key.F10, "21~")]
    [InlineData(Key.F11, "23~")]
    [InlineData(Key.F12, "24~")]
    [InlineData(Key.F13, "57376u")]
    [InlineData(Key.F24, "57387u")]
    [InlineData(Key.F25, "57388u")]
    [InlineData(Key.F35, "57398u")]
    [InlineData(Key.Keypad0, "57399u")]
    [InlineData(Key.Keypad9, "57408u")]
    [InlineData(Key.KeypadDecimal, "57409u")]
    [InlineData(Key.KeypadEnter, "57414u")]
    [InlineData(Key.KeypadEqual, "57415u")]
    [InlineData(Key.KeypadSeparator, "57416u")]
    [InlineData(Key.KeypadLeft, "57417u")]
    [InlineData(Key.KeypadPageUp, "57421u")]
    [InlineData(Key.KeypadDelete, "57426u")]
    [InlineData(Key.KeypadBegin, "E")]
    [InlineData(Key.MediaPlay, "57428u")]
    [InlineData(Key.MediaRecord, "57437u")]
    [InlineData(Key.MuteVolume, "57440u")]
    [InlineData(Key.LeftShift, "57441u")]
    [InlineData(Key.RightMeta, "57452u")]
    [InlineData(Key.Level5Shift, "57454u")]
    public void Every_functional_key_has_its_code(Key key, string sent) =>
        Assert.Equal("^[[" + sent, new Screenful().Feed("\e[>8u").Key(new KeyEvent(key)));

    [Theory]
    [InlineData(1, Key.KeypadEnter, "^[[57414u")]
    [InlineData(1, Key.KeypadLeft, "^[[57417u")]
    [InlineData(1, Key.KeypadAdd, "+")]
    [InlineData(0, Key.KeypadLeft, "^[[D")]
    [InlineData(0, Key.KeypadDelete, "^[[3~")]
    [InlineData(2, Key.KeypadLeft, "^[[D")]
    [InlineData(1, Key.LeftShift, "")]
    [InlineData(1, Key.MediaPlay, "^[[57428u")]
    [InlineData(0, Key.MediaPlay, "")]
    [InlineData(0, Key.F25, "^[[1;5P")]
    [InlineData(4, Key.Escape, "^[")]
    [InlineData(4, Key.F1, "^[OP")]
    [InlineData(16, Key.Enter, "\r")]
    [InlineData(2, Key.Escape, "^[")]
    public void Fewer_flags_leave_keys_as_they_were(int flags, Key key, string sent) =>
        Assert.Equal(sent, new Screenful().Feed($"\e[={flags}u").Key(new KeyEvent(key)));

    [Theory]
    [InlineData(3, 'a', KeyModifiers.None, KeyAction.Press, "a")]
    [InlineData(3, 'a', KeyModifiers.None, KeyAction.Repeat, "a")]
    [InlineData(3, 'a', KeyModifiers.None, KeyAction.Release, "^[[97;1:3u")]
    [InlineData(1, 'a', KeyModifiers.None, KeyAction.Release, "")]
    [InlineData(3, 'a', KeyModifiers.Control, KeyAction.Repeat, "^[[97;5:2u")]
    [InlineData(2, 'a', KeyModifiers.Control, KeyAction.Press, "\u0001")]
    [InlineData(11, 'a', KeyModifiers.None, KeyAction.Repeat, "^[[97;1:2u")]
    [InlineData(31, 'a', KeyModifiers.None, KeyAction.Repeat, "^[[97;1:2;97u")]
    [InlineData(31, 'a', KeyModifiers.None, KeyAction.Release, "^[[97;1:3u")]
    [InlineData(1, 'a', KeyModifiers.Super, KeyAction.Press, "^[[97;9u")]
    [InlineData(1, 'a', KeyModifiers.Hyper, KeyAction.Press, "^[[97;17u")]
    [InlineData(1, 'a', KeyModifiers.Meta, KeyAction.Press, "^[[97;33u")]
    [InlineData(1, 'a', KeyModifiers.Control | KeyModifiers.NumLock, KeyAction.Press, "^[[97;133u")]
    [InlineData(1, 'A', KeyModifiers.Shift | KeyModifiers.Alt, KeyAction.Press, "^[[97;4u")]
    [InlineData(5, 'A', KeyModifiers.Shift | KeyModifiers.Alt, KeyAction.Press, "^[[97:65;4u")]
    public void Characters_tell_what_the_flags_ask_for(int flags, char character, KeyModifiers modifiers, KeyAction action, string sent) =>
        Assert.Equal(sent, new Screenful().Feed($"\e[>{flags}u").Key(KeyEvent.Of(character, modifiers) with { Action = action }));

    [Theory]
    [InlineData(3, Key.Up, KeyModifiers.CapsLock, KeyAction.Press, "^[[1;65A")]
    [InlineData(3, Key.Tab, KeyModifiers.Control, KeyAction.Release, "")]
    [InlineData(3, Key.Backspace, KeyModifiers.None, KeyAction.Repeat, "\x7f")]
    [InlineData(1, Key.Backspace, KeyModifiers.CapsLock, KeyAction.Press, "\x7f")]
    [InlineData(3, Key.F3, KeyModifiers.Shift, KeyAction.Release, "^[[13;2:3~")]
    [InlineData(10, Key.LeftShift, KeyModifiers.Shift, KeyAction.Release, "^[[57441;2:3u")]
    public void Keys_tell_what_the_flags_ask_for(int flags, Key key, KeyModifiers modifiers, KeyAction action, string sent) =>
        Assert.Equal(sent, new Screenful().Feed($"\e[>{flags}u").Key(new KeyEvent(key, Modifiers: modifiers, Action: action)));

    [Fact]
    public void In_application_mode_cursor_keys_stay_control_sequences()
    {
        Assert.Equal("^[[A", new Screenful().Feed("\e[?1h\e[>1u").Key(new KeyEvent(Key.Up)));
        Assert.Equal("^[OA", new Screenful().Feed("\e[?1h\e[>4u").Key(new KeyEvent(Key.Up)));
    }

    [Theory]
    [InlineData("\e[>4;1m", 'A', KeyModifiers.Control | KeyModifiers.Shift, "^[[27;6;65~")]
    [InlineData("\e[>4;1m", 'a', KeyModifiers.Control | KeyModifiers.Alt, "^[\u0001")]
    [InlineData("\e[>4;1m", 'a', KeyModifiers.Alt, "^[a")]
    [InlineData("\e[>4;1m", ' ', KeyModifiers.Shift, " ")]
    [InlineData("\e[>4;2m", ' ', KeyModifiers.Shift, "^[[27;2;32~")]
    [InlineData("\e[>4;2m", 'a', KeyModifiers.Alt, "^[[27;3;97~")]
    public void Other_keys_follow_xterm(string modes, char character, KeyModifiers modifiers, string sent) =>
        Assert.Equal(sent, new Screenful().Feed(modes).Key(KeyEvent.Of(character, modifiers)));
}
