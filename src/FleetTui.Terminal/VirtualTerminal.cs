using System.Buffers;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Input;

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
    public VirtualTerminal(int columns, int rows, TerminalOptions options, ITerminalEffects effects)
    {
        Columns = columns;
        Rows = rows;
        _ = options;
        _ = effects;
    }

    public int Columns { get; private set; }

    public int Rows { get; private set; }

    public long FirstLine => throw new NotImplementedException();

    public long FirstScreenLine => throw new NotImplementedException();

    public TerminalCursor Cursor => throw new NotImplementedException();

    public TerminalModes Modes => throw new NotImplementedException();

    public string Title => throw new NotImplementedException();

    /// <summary>Takes output of the program; any split of the bytes gives the same result.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => throw new NotImplementedException();

    /// <summary>Changes the size; the main screen reflows, the alternate does not. Clamped to 1–1000 × 1–1000.</summary>
    public void Resize(int columns, int rows) => throw new NotImplementedException();

    /// <summary>
    /// Moves the set of screen rows that changed since the last call into <paramref name="rows"/> (one flag per row, at least <see cref="Rows"/> long),
    /// and tells whether anything changed, rows or cursor or modes or title.
    /// </summary>
    public bool TakeChanges(Span<bool> rows) => throw new NotImplementedException();

    /// <summary>Lines that scrolled off the top since the last <see cref="TakeChanges"/>, when the whole change is such a scroll plus dirty rows; lets a mirror move instead of repaint.</summary>
    public int ScrolledSinceTake => throw new NotImplementedException();

    /// <summary>Copies a line (absolute number) into <paramref name="cells"/>, blank-padded; true when it is wrapped into the next.</summary>
    public bool CopyLine(long line, Span<Cell> cells) => throw new NotImplementedException();

    /// <summary>The line's text without trailing blanks.</summary>
    public string TextOf(long line) => throw new NotImplementedException();

    /// <summary>Writes a line in the form that <see cref="RowCodec"/> reads: text and style runs. No cell is materialized.</summary>
    public void EncodeLine(long line, IBufferWriter<byte> output) => throw new NotImplementedException();

    /// <summary>The URI of a hyperlink id found in a cell, or null.</summary>
    public string? LinkUri(ushort link) => throw new NotImplementedException();

    /// <summary>What the program must read for this key under the modes it has set; nothing when the key means nothing to it.</summary>
    public void EncodeKey(in KeyEvent key, IBufferWriter<byte> output) => throw new NotImplementedException();

    /// <summary>False when the program has not asked for such an event.</summary>
    public bool EncodeMouse(in MouseEvent mouse, IBufferWriter<byte> output) => throw new NotImplementedException();

    /// <summary>A paste, bracketed when asked for; end markers and control characters that a paste must not carry are taken out; LF becomes CR where a terminal does so.</summary>
    public void EncodePaste(ReadOnlySpan<char> text, IBufferWriter<byte> output) => throw new NotImplementedException();

    /// <summary>CSI I / CSI O when asked for.</summary>
    public void EncodeFocus(bool focused, IBufferWriter<byte> output) => throw new NotImplementedException();
}
