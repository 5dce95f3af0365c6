using FleetTui.Terminal;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.TerminalHost.Tests.Protocol;

public class CodecSpecs
{
    private static readonly DateTimeOffset When = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<PaneEvent> Events => new()
    {
        new PaneEvent.Started("a", 1, When, 42),
        new PaneEvent.Exited("a", 2, When, 3, null),
        new PaneEvent.Exited("a", 2, When, null, 9),
        new PaneEvent.Failed("a", 3, When, "why"),
        new PaneEvent.Removed("a", 4, When),
        new PaneEvent.TitleChanged("a", 5, When, "✳ title"),
        new PaneEvent.Bell("a", 6, When),
        new PaneEvent.Notification("a", 7, When, "t", "b"),
        new PaneEvent.ClipboardWrite("a", 8, When, "c", "text"),
        new PaneEvent.Progress("a", 9, When, ProgressState.Paused, 40),
        new PaneEvent.Status("a", 10, When, new ProgramStatus("blocked", "permission", "codex", null, "t", "m", 5)),
        new PaneEvent.Prompt("a", 11, When, PromptMark.CommandFinished, 1),
        new PaneEvent.Activity("a", 12, When, true),
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_read_as_it_was_written(PaneEvent happened)
    {
        var wire = new WireWriter();
        PaneEventCodec.Write(wire, happened);
        var reader = new WireReader(wire.Written);
        Assert.Equal(happened, PaneEventCodec.Read(ref reader));
        Assert.True(reader.Rest.IsEmpty);
    }

    [Fact]
    public void Every_kind_of_event_is_among_those_tested()
    {
        var kinds = typeof(PaneEvent).GetNestedTypes().Order(Comparer<Type>.Create((left, right) => string.CompareOrdinal(left.Name, right.Name)));
        var tested = Events.Select(row => row.Data.GetType()).Distinct().Order(Comparer<Type>.Create((left, right) => string.CompareOrdinal(left.Name, right.Name)));
        Assert.Equal(kinds, tested);
    }

    [Fact]
    public void A_key_is_read_as_it_was_written() => Prop.ForAll<byte, char, byte>((key, rune, modifiers) =>
    {
        var pressed = new KeyEvent((Key)(key % ((int)Key.KeypadBegin + 1)), char.IsSurrogate(rune) ? 'x' : rune, (KeyModifiers)modifiers, KeyAction.Repeat, 'a', "é");
        var wire = new WireWriter();
        InputCodec.Write(wire, pressed);
        var reader = new WireReader(wire.Written);
        return InputCodec.ReadKey(ref reader) == pressed;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_screen_header_is_read_as_it_was_written() => Prop.ForAll<byte, byte, int>((x, flags, line) =>
    {
        bool Bit(int bit) => (flags & (1 << bit)) != 0;
        var header = new ScreenHeader(
            ScreenParts.Title,
            100,
            30,
            line,
            line + 5L,
            new TerminalCursor(x, 3, Bit(0), CursorShape.Bar, Bit(1)),
            new TerminalModes(Bit(2), Bit(3), Bit(4), MouseTracking.Any, Bit(5), Bit(6), Bit(7), flags, Bit(0)),
            2,
            null,
            "title");
        var wire = new WireWriter();
        header.Write(wire);
        var reader = new WireReader(wire.Written);
        return ScreenHeader.Read(ref reader) == header && reader.Rest.IsEmpty;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nonsense_is_refused_and_never_crashes() => Prop.ForAll<byte[]>(bytes =>
    {
        Attempt(bytes, (ref reader) => PaneCodec.ReadStart(ref reader));
        Attempt(bytes, (ref reader) => PaneCodec.ReadInfo(ref reader));
        Attempt(bytes, (ref reader) => PaneEventCodec.Read(ref reader));
        Attempt(bytes, (ref reader) => InputCodec.ReadKey(ref reader));
        Attempt(bytes, (ref reader) => InputCodec.ReadMouse(ref reader));
        Attempt(bytes, (ref reader) => ScreenHeader.Read(ref reader));
    }).QuickCheckThrowOnFailure();

    private static void Attempt<T>(byte[] bytes, AnswerReader<T> read)
    {
        var reader = new WireReader(bytes);
        try
        {
            read(ref reader);
        }
        catch (FormatException)
        {
            // The one way out.
        }
    }
}
