using FleetTui.Console.Outer.Input;
using FleetTui.Terminal.Input;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Console.Tests.Inputs;

public sealed class InputDecoderSpecs
{
    private static readonly string[] Items =
    [
        "a", "é", "世", "👍", "\r", "\t", "\x7f", "\x02", "\x00", "\e[A", "\eOA", "\e[1;5C", "\e[3~", "\e[15;2~", "\eOP", "\e[Z", "\ea", "\e\r", "\e[13;2u", "\e[97;5u",
        "\e[97:65;2u", "\e[27;2;13~", "\e[57399u", "\e[<0;10;5M", "\e[<64;1;1M", "\e[<35;200;100M", "\e[<0;10;5m", "\e[I", "\e[O", "\e[200~pasted \e[A text\nline\e[201~", "\e[?1u",
        "\e[?2026;2$y", "\e]11;rgb:ffff/8080/0000\e\\", "\eP>|kitty(0.30)\e\\", "\e[?62;4c", "\e[M !!", "\e[99999999999999999u", "\e[38;999X",
    ];

    [Fact]
    public void Any_split_of_the_bytes_gives_the_same_events()
    {
        var cases =
            from items in Gen.Elements(Items).ListOf()
            from noise in Gen.Choose(0, 255).Select(value => (byte)value).ListOf()
            from noisy in Gen.Elements(true, false, false)
            from cuts in Gen.Choose(1, 7).ListOf()
            select (Bytes: System.Text.Encoding.UTF8.GetBytes(string.Concat(items)).Concat(noisy ? noise : []).ToArray(), Cuts: cuts);
        Prop.ForAll(cases.ToArbitrary(), item => Describe(Decode(item.Bytes, [])) == Describe(Decode(item.Bytes, item.Cuts))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("\e[13;2u", "S-Enter")]
    [InlineData("\e[27;2;13~", "S-Enter")]
    [InlineData("\e\r", "M-Enter")]
    [InlineData("\x02", "C-b")]
    [InlineData("\e[98;5u", "C-b")]
    [InlineData("\eb", "M-b")]
    [InlineData("\e[1;3D", "M-Left")]
    [InlineData("\e[5~", "PgUp")]
    [InlineData("\e[Z", "S-Tab")]
    [InlineData("\e[97:65;2u", "A")]
    [InlineData("A", "A")]
    [InlineData("\0", "C-Space")]
    [InlineData("\x1c", "C-\\")]
    public void A_key_is_the_same_in_every_protocol(string bytes, string key)
    {
        var pressed = Assert.IsType<InputEvent.Pressed>(Assert.Single(Decode(System.Text.Encoding.UTF8.GetBytes(bytes), [])));
        Assert.Equal(key, Console.Keys.KeyStroke.Of(pressed.Event).ToString());
    }

    [Fact]
    public void A_lone_escape_waits_for_its_time_and_is_then_the_Escape_key()
    {
        var decoder = new InputDecoder();
        var events = new List<InputEvent>();
        decoder.Feed("\e"u8, events);
        Assert.Empty(events);
        Assert.True(decoder.NeedsFlush);
        decoder.Flush(events);
        Assert.Equal(new InputEvent.Pressed(new KeyEvent(Key.Escape)), Assert.Single(events));
        Assert.False(decoder.NeedsFlush);
    }

    [Fact]
    public void An_escape_before_another_stays_an_Escape_and_is_not_merged_into_Alt()
    {
        var events = Decode("\e\e[A"u8.ToArray(), []);
        Assert.Equal([new InputEvent.Pressed(new KeyEvent(Key.Escape)), new InputEvent.Pressed(new KeyEvent(Key.Up))], events);
    }

    [Fact]
    public void A_paste_is_one_event_whatever_is_in_it() =>
        Assert.Equal(new InputEvent.Paste("x\e[A\x02y"), Assert.Single(Decode("\e[200~x\e[A\x02y\e[201~"u8.ToArray(), [])));

    [Fact]
    public void Mouse_reports_count_cells_from_zero() =>
        Assert.Equal(
            new InputEvent.Mouse(new MouseEvent(MouseAction.Press, MouseButton.WheelUp, 9, 4, KeyModifiers.Control)),
            Assert.Single(Decode("\e[<80;10;5M"u8.ToArray(), [])));

    [Fact]
    public void Unknown_sequences_are_dropped_and_what_follows_is_read() =>
        Assert.Equal(new InputEvent.Pressed(KeyEvent.Of('x')), Assert.Single(Decode("\e[38;999X\e]4711;nothing\ax"u8.ToArray(), [])));

    private static List<InputEvent> Decode(byte[] bytes, IEnumerable<int> cuts)
    {
        var decoder = new InputDecoder();
        var events = new List<InputEvent>();
        var at = 0;
        foreach (var cut in cuts)
        {
            var end = Math.Min(bytes.Length, at + cut);
            decoder.Feed(bytes.AsSpan(at, end - at), events);
            at = end;
        }

        decoder.Feed(bytes.AsSpan(at), events);
        decoder.Flush(events);
        return events;
    }

    private static string Describe(IEnumerable<InputEvent> events) => string.Join('\n', events);
}
