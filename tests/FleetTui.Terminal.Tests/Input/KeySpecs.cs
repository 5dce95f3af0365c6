using FleetTui.Terminal.Input;

namespace FleetTui.Terminal.Tests.Input;

public sealed class KeySpecs
{
    private const KeyModifiers Shift = KeyModifiers.Shift;
    private const KeyModifiers Alt = KeyModifiers.Alt;
    private const KeyModifiers Control = KeyModifiers.Control;

    [Theory]
    [InlineData('a', KeyModifiers.None, "a")]
    [InlineData('A', Shift, "A")]
    [InlineData('a', Control, "\x01")]
    [InlineData(' ', Control, "\0")]
    [InlineData('[', Control, "^[")]
    [InlineData('?', Control, "\x7f")]
    [InlineData('/', Control, "\x1f")]
    [InlineData('x', Alt, "^[x")]
    [InlineData('x', Alt | Control, "^[\x18")]
    [InlineData('é', KeyModifiers.None, "Ã©")]
    public void Characters_are_sent_as_xterm_does(char character, KeyModifiers modifiers, string sent) =>
        Assert.Equal(sent, new Screenful().Key(KeyEvent.Of(character, modifiers)));

    [Theory]
    [InlineData(Key.Enter, KeyModifiers.None, "\r")]
    [InlineData(Key.Enter, Shift, "^[[13;2u")]
    [InlineData(Key.Enter, Alt, "^[\r")]
    [InlineData(Key.Tab, Shift, "^[[Z")]
    [InlineData(Key.Backspace, KeyModifiers.None, "\x7f")]
    [InlineData(Key.Backspace, Control, "\b")]
    [InlineData(Key.Backspace, Alt, "^[\x7f")]
    [InlineData(Key.Escape, KeyModifiers.None, "^[")]
    [InlineData(Key.Up, KeyModifiers.None, "^[[A")]
    [InlineData(Key.Up, Control, "^[[1;5A")]
    [InlineData(Key.Home, KeyModifiers.None, "^[[H")]
    [InlineData(Key.Delete, KeyModifiers.None, "^[[3~")]
    [InlineData(Key.PageUp, Shift, "^[[5;2~")]
    [InlineData(Key.F1, KeyModifiers.None, "^[OP")]
    [InlineData(Key.F1, Control, "^[[1;5P")]
    [InlineData(Key.F5, KeyModifiers.None, "^[[15~")]
    [InlineData(Key.F13, KeyModifiers.None, "^[[1;2P")]
    [InlineData(Key.Keypad5, KeyModifiers.None, "5")]
    public void Keys_are_sent_as_xterm_does(Key key, KeyModifiers modifiers, string sent) =>
        Assert.Equal(sent, new Screenful().Key(new KeyEvent(key, Modifiers: modifiers)));

    [Theory]
    [InlineData("\e[?1h", Key.Up, "^[OA")]
    [InlineData("\e[?1h", Key.End, "^[OF")]
    [InlineData("\e=", Key.Keypad5, "^[Ou")]
    [InlineData("\e=", Key.KeypadEnter, "^[OM")]
    [InlineData("\e[?67h", Key.Backspace, "\b")]
    [InlineData("\e[20h", Key.Enter, "\r\n")]
    public void Modes_change_keys(string modes, Key key, string sent) =>
        Assert.Equal(sent, new Screenful().Feed(modes).Key(new KeyEvent(key)));

    [Theory]
    [InlineData("\e[>4;1m", '1', Control, "^[[27;5;49~")]
    [InlineData("\e[>4;1m", 'a', Control, "\x01")]
    [InlineData("\e[>4;2m", 'a', Control, "^[[27;5;97~")]
    [InlineData("\e[>4;2m", 'A', Shift, "A")]
    [InlineData("\e[>4;2m\e[>4;1f", 'a', Control, "^[[97;5u")]
    [InlineData("\e[>4;2m\e[>4m", 'a', Control, "\x01")]
    public void Other_keys_are_modified_when_asked(string modes, char character, KeyModifiers modifiers, string sent) =>
        Assert.Equal(sent, new Screenful().Feed(modes).Key(KeyEvent.Of(character, modifiers)));

    [Theory]
    [InlineData(1, 'a', KeyModifiers.None, "a")]
    [InlineData(1, 'A', Shift, "A")]
    [InlineData(1, 'a', Control, "^[[97;5u")]
    [InlineData(1, 'a', Alt, "^[[97;3u")]
    [InlineData(5, 'A', Shift | Control, "^[[97:65;6u")]
    [InlineData(8, 'a', KeyModifiers.None, "^[[97u")]
    [InlineData(24, 'a', KeyModifiers.None, "^[[97;;97u")]
    [InlineData(28, 'A', Shift, "^[[97:65;2;65u")]
    [InlineData(9, 'a', KeyModifiers.CapsLock, "^[[97;65u")]
    [InlineData(1, 'a', KeyModifiers.CapsLock, "a")]
    public void Kitty_flags_encode_characters(int flags, char character, KeyModifiers modifiers, string sent) =>
        Assert.Equal(sent, new Screenful().Feed($"\e[>{flags}u").Key(KeyEvent.Of(character, modifiers)));

    [Theory]
    [InlineData(1, Key.Escape, KeyModifiers.None, "^[[27u")]
    [InlineData(1, Key.Enter, KeyModifiers.None, "\r")]
    [InlineData(1, Key.Enter, Shift, "^[[13;2u")]
    [InlineData(1, Key.Enter, Control, "^[[13;5u")]
    [InlineData(1, Key.Tab, Shift, "^[[9;2u")]
    [InlineData(1, Key.Backspace, Control, "^[[127;5u")]
    [InlineData(8, Key.Enter, KeyModifiers.None, "^[[13u")]
    [InlineData(1, Key.Up, KeyModifiers.None, "^[[A")]
    [InlineData(1, Key.Up, Shift, "^[[1;2A")]
    [InlineData(1, Key.F1, KeyModifiers.None, "^[[P")]
    [InlineData(1, Key.F3, KeyModifiers.None, "^[[13~")]
    [InlineData(1, Key.F5, Control, "^[[15;5~")]
    [InlineData(1, Key.F13, KeyModifiers.None, "^[[57376u")]
    [InlineData(1, Key.Menu, KeyModifiers.None, "^[[57363u")]
    [InlineData(1, Key.Keypad5, KeyModifiers.None, "5")]
    [InlineData(1, Key.CapsLock, KeyModifiers.None, "")]
    public void Kitty_flags_encode_keys(int flags, Key key, KeyModifiers modifiers, string sent) =>
        Assert.Equal(sent, new Screenful().Feed($"\e[>{flags}u").Key(new KeyEvent(key, Modifiers: modifiers)));

    [Theory]
    [InlineData(1, Key.Up, KeyAction.Release, "")]
    [InlineData(3, Key.Up, KeyAction.Release, "^[[1;1:3A")]
    [InlineData(3, Key.Up, KeyAction.Repeat, "^[[1;1:2A")]
    [InlineData(3, Key.Enter, KeyAction.Release, "")]
    [InlineData(11, Key.Enter, KeyAction.Release, "^[[13;1:3u")]
    public void Kitty_tells_repeats_and_releases_when_asked(int flags, Key key, KeyAction action, string sent) =>
        Assert.Equal(sent, new Screenful().Feed($"\e[>{flags}u").Key(new KeyEvent(key, Action: action)));

    [Fact]
    public void Without_kitty_flags_a_release_is_nothing() =>
        Assert.Equal("", new Screenful().Key(new KeyEvent(Key.Up, Action: KeyAction.Release)));
}
