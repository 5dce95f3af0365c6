using System.Buffers;
using System.Text;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Input;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Modes;
using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Rows;
using FleetTui.Terminal.Searching;
using FleetTui.Terminal.Sequences.Csi;
using FleetTui.Terminal.Snapshots;

namespace FleetTui.Terminal;

/// <param name="ScrollbackLines">Lines kept above the screen; older ones are dropped.</param>
/// <param name="Name">What XTVERSION answers, e.g. "fleet 0.1.0".</param>
/// <param name="Foreground">The answer to OSC 10 ?, 0xRRGGBB.</param>
/// <param name="Background">The answer to OSC 11 ?, 0xRRGGBB.</param>
public sealed record TerminalOptions(int ScrollbackLines = 10_000, string Name = "fleet", uint Foreground = 0xd0d0d0, uint Background = 0x000000);

public enum CursorShape : byte
{
    Default,
    Block,
    Underline,
    Bar,
}

/// <summary>Where the cursor is (0-based) and how it looks (DECSCUSR, DECTCEM).</summary>
public readonly record struct TerminalCursor(int X, int Y, bool Visible, CursorShape Shape, bool Blinking);

public enum MouseTracking : byte
{
    Off,
    X10,
    Normal,
    Button,
    Any,
}

/// <summary>The modes that those who drive a terminal from outside must know.</summary>
public readonly record struct TerminalModes(
    bool AlternateScreen,
    bool BracketedPaste,
    bool FocusReports,
    MouseTracking Mouse,
    bool AlternateScroll,
    bool SynchronizedOutput,
    bool ApplicationCursorKeys,
    byte KittyKeyboard,
    bool ReverseVideo);

/// <summary>
/// A terminal without a window: bytes in, cells and effects out; keys and mouse in, bytes out.
/// Not thread-safe: one owner. Lines are named by an absolute number that never changes while the line lives:
/// the first line ever is 0, the top line of the screen is <see cref="FirstScreenLine"/>, and kept scrollback is
/// [<see cref="FirstLine"/>, <see cref="FirstScreenLine"/>).
/// </summary>
public sealed class VirtualTerminal
{
    /// <summary>The version of <see cref="Snapshot"/>'s form: the only one that <see cref="Restore"/> reads.</summary>
    public const int SnapshotVersion = TerminalSnapshot.Version;

    private const int MaxSize = 1000;
    private readonly Machine machine;
    private readonly VtParser parser;
    private TerminalCursor takenCursor;
    private TerminalModes takenModes;
    private string takenTitle = "";

    public VirtualTerminal(int columns, int rows, TerminalOptions options, ITerminalEffects effects)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(effects);
        machine = new Machine(Clamp(columns), Clamp(rows), options, effects);
        parser = new VtParser(new Interpreter(machine));
        machine.Parser = parser;
    }

    public int Columns => machine.Screen.Columns;

    public int Rows => machine.Screen.Rows;

    public long FirstLine => machine.Screen.Lines.First;

    public long FirstScreenLine => machine.Screen.Lines.Next;

    /// <summary>Lines kept above the screen; a lower limit drops the oldest at once.</summary>
    public int ScrollbackLimit
    {
        get => machine.Screen.Lines.Limit;
        set => machine.Screen.Lines.Limit = value;
    }

    /// <summary>What the scrollback holds in memory, in bytes.</summary>
    public long ScrollbackBytes => machine.Screen.Lines.Bytes;

    public TerminalCursor Cursor
    {
        get
        {
            ref var cursor = ref machine.Screen.Cursor;
            return new TerminalCursor(cursor.X, cursor.Y, machine.Modes[TerminalMode.CursorVisible], machine.CursorLook.Shape, machine.Modes[TerminalMode.CursorBlink]);
        }
    }

    public TerminalModes Modes => new(
        machine.Screen.IsAlternate,
        machine.Modes[TerminalMode.BracketedPaste],
        machine.Modes[TerminalMode.FocusReports],
        MouseEncoder.Tracking(machine.Modes),
        machine.Modes[TerminalMode.AlternateScroll],
        machine.Modes[TerminalMode.SynchronizedOutput],
        machine.Modes[TerminalMode.ApplicationCursor],
        machine.Kitty.Flags,
        machine.Modes[TerminalMode.ReverseVideo]);

    /// <summary>All modes that are set, as programs name them: "4" an ANSI mode, "?25" a DEC private one.</summary>
    public IEnumerable<string> ModesSet() => ModeTable.Entries.Where(e => ModeSwitch.IsSet(machine, e.Mode)).Select(e => e.Label);

    public string Title => machine.Titles.Window;

    /// <summary>
    /// Lines that scrolled off the top since the last <see cref="TakeChanges"/> (read it before that call), when the whole change is such a scroll plus dirty rows:
    /// a mirror may move its rows up by this many and then repaint the dirty ones. 0 when every row must be repainted.
    /// </summary>
    public int ScrolledSinceTake => machine.Screen.Scrolled;

    /// <summary>Takes output of the program; any split of the bytes gives the same result.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => parser.Feed(bytes);

    /// <summary>The whole state as versioned bytes, even in the middle of a sequence.</summary>
    public byte[] Snapshot() => TerminalSnapshot.Take(machine, parser);

    /// <summary>A terminal as it was when <see cref="Snapshot"/> was taken; every row counts as changed.</summary>
    /// <exception cref="FormatException">Not a snapshot, damaged, or of a version that this engine does not read.</exception>
    public static VirtualTerminal Restore(byte[] snapshot, TerminalOptions options, ITerminalEffects effects)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        using var reader = new BinaryReader(new MemoryStream(snapshot), Encoding.UTF8);
        try
        {
            var (columns, rows) = TerminalSnapshot.Size(reader, snapshot);
            var terminal = new VirtualTerminal(columns, rows, options, effects);
            TerminalSnapshot.Restore(reader, terminal.machine, terminal.parser);
            return terminal;
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException)
        {
            throw new FormatException("A terminal snapshot is cut or damaged.", e);
        }
    }

    /// <summary>Changes the size; the main screen reflows, the alternate does not. Clamped to 1–1000 × 1–1000.</summary>
    public void Resize(int columns, int rows)
    {
        columns = Clamp(columns);
        rows = Clamp(rows);
        if (columns == Columns && rows == Rows)
            return;
        machine.Screen.Resize(columns, rows);
        machine.Modes[TerminalMode.LeftRightMargins] = false;
        machine.Graphemes.Break();
        if (machine.Modes[TerminalMode.InBandResize])
            WindowSequences.ReportResize(machine);
    }

    /// <summary>Ends a synchronized update (mode 2026) that the program did not end in time.</summary>
    public void EndSynchronizedOutput() => machine.Modes[TerminalMode.SynchronizedOutput] = false;

    /// <summary>
    /// Moves the set of screen rows that changed since the last call into <paramref name="rows"/> (one flag per row, at least <see cref="Rows"/> long),
    /// and tells whether anything changed, rows or cursor or modes or title.
    /// </summary>
    public bool TakeChanges(Span<bool> rows)
    {
        var any = machine.Screen.TakeDirty(rows);
        var (cursor, modes, title) = (Cursor, Modes, Title);
        any |= cursor != takenCursor || modes != takenModes || title != takenTitle;
        (takenCursor, takenModes, takenTitle) = (cursor, modes, title);
        return any;
    }

    /// <summary>Copies a line (absolute number) into <paramref name="cells"/>, blank-padded; true when it is wrapped into the next.</summary>
    public bool CopyLine(long line, Span<Cell> cells)
    {
        RowCodec.Decode(Packed(line), cells, uri => machine.Screen.LinkOf(uri, ""), out var wrapped);
        return wrapped;
    }

    /// <summary>The line's text without trailing blanks.</summary>
    public string TextOf(long line) => RowText.Of(Packed(line));

    /// <summary>Writes a line in the form that <see cref="RowCodec"/> reads: text and style runs. No cell is materialized.</summary>
    public void EncodeLine(long line, IBufferWriter<byte> output) => output.Write(Packed(line));

    /// <summary>Finds text in scrollback and screen, top to bottom; wrapped lines are one text.</summary>
    /// <exception cref="ArgumentException">The regular expression is not one that can be searched for.</exception>
    public IReadOnlyList<LineMatch> Search(LineQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new LineSearch(query).In(this);
    }

    /// <summary>The nearest line above <paramref name="line"/> where a prompt starts (OSC 133;A), or null.</summary>
    public long? PromptAbove(long line)
    {
        for (line = Math.Min(line, FirstScreenLine + Rows) - 1; line >= FirstLine; line--)
        {
            if (new RowReader(Packed(line)).Prompt)
                return line;
        }

        return null;
    }

    /// <summary>The nearest line below <paramref name="line"/> where a prompt starts, or null.</summary>
    public long? PromptBelow(long line)
    {
        for (line = Math.Max(line + 1, FirstLine); line < FirstScreenLine + Rows; line++)
        {
            if (new RowReader(Packed(line)).Prompt)
                return line;
        }

        return null;
    }

    /// <summary>The URI of a hyperlink id found in a cell, or null.</summary>
    public string? LinkUri(ushort link) => machine.Screen.Tables.Links.Uri(link);

    /// <summary>What the program must read for this key under the modes it has set; nothing when the key means nothing to it.</summary>
    public void EncodeKey(in KeyEvent key, IBufferWriter<byte> output) =>
        KeyEncoder.Encode(key, KeyModes.Of(machine.Modes, machine.Keyboard, machine.Screen.IsAlternate), output);

    /// <summary>False when the program has not asked for such an event.</summary>
    public bool EncodeMouse(in MouseEvent mouse, IBufferWriter<byte> output) =>
        MouseEncoder.Encode(mouse, machine.Modes, machine.Screen.IsAlternate, Columns, Rows, output);

    /// <summary>A paste, bracketed when asked for; end markers and control characters that a paste must not carry are taken out; LF becomes CR where a terminal does so.</summary>
    public void EncodePaste(ReadOnlySpan<char> text, IBufferWriter<byte> output) =>
        PasteEncoder.Encode(text, machine.Modes[TerminalMode.BracketedPaste], output);

    /// <summary>CSI I / CSI O when asked for.</summary>
    public void EncodeFocus(bool focused, IBufferWriter<byte> output)
    {
        if (machine.Modes[TerminalMode.FocusReports])
            output.Write(focused ? "\e[I"u8 : "\e[O"u8);
    }

    private static int Clamp(int size) => Math.Clamp(size, 1, MaxSize);

    private ReadOnlySpan<byte> Packed(long line)
    {
        var screen = machine.Screen;
        ArgumentOutOfRangeException.ThrowIfLessThan(line, FirstLine);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, FirstScreenLine + Rows);
        return line < FirstScreenLine ? screen.Lines[line] : screen.Encode(screen.Grid[(int)(line - FirstScreenLine)]);
    }
}
