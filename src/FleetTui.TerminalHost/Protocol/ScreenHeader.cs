using FleetTui.Terminal;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Protocol;

/// <summary>What a screen message carries besides its rows.</summary>
[Flags]
internal enum ScreenParts : byte
{
    None = 0,

    /// <summary>All rows follow, in this size; forget what was there.</summary>
    Full = 1,
    Info = 2,
    Title = 4,

    /// <summary>There is no such pane now; nothing else follows.</summary>
    Absent = 8,
}

/// <summary>
/// The head of one screen message: a frame that a mirror applies as a whole. After it come, while bytes remain, a row's number (u16) and the row as
/// <see cref="RowCodec"/> has it. <paramref name="Scroll"/> rows move up before the rows are applied, those that come in at the bottom are among them.
/// </summary>
internal readonly record struct ScreenHeader(
    ScreenParts Parts,
    int Columns,
    int Rows,
    long FirstLine,
    long FirstScreenLine,
    TerminalCursor Cursor,
    TerminalModes Modes,
    int Scroll,
    PaneInfo? Info,
    string? Title)
{
    public void Write(WireWriter wire)
    {
        wire.Byte((byte)Parts);
        if (Parts.HasFlag(ScreenParts.Absent)) return;
        wire.UInt16(Columns);
        wire.UInt16(Rows);
        wire.Int64(FirstLine);
        wire.Int64(FirstScreenLine);
        wire.UInt16(Cursor.X);
        wire.UInt16(Cursor.Y);
        wire.Byte((byte)((Cursor.Visible ? 1 : 0) | (Cursor.Blinking ? 2 : 0) | ((int)Cursor.Shape << 2)));
        wire.UInt16(
            (Modes.AlternateScreen ? 1 : 0) | (Modes.BracketedPaste ? 2 : 0) | (Modes.FocusReports ? 4 : 0) | (Modes.AlternateScroll ? 8 : 0)
            | (Modes.SynchronizedOutput ? 16 : 0) | (Modes.ApplicationCursorKeys ? 32 : 0) | (Modes.ReverseVideo ? 64 : 0) | ((int)Modes.Mouse << 8));
        wire.Byte(Modes.KittyKeyboard);
        wire.UInt16(Scroll);
        if (Info is not null) PaneCodec.Write(wire, Info);
        if (Title is not null) wire.Text(Title);
    }

    public static ScreenHeader Read(ref WireReader wire)
    {
        var parts = (ScreenParts)wire.Byte();
        if (parts.HasFlag(ScreenParts.Absent)) return new ScreenHeader { Parts = parts };
        int columns = wire.UInt16(), rows = wire.UInt16();
        if (columns is < HostLimits.MinSize or > HostLimits.MaxSize || rows is < HostLimits.MinSize or > HostLimits.MaxSize)
            throw new FormatException($"a screen of {columns}x{rows}");
        long firstLine = wire.Int64(), firstScreenLine = wire.Int64();
        int x = wire.UInt16(), y = wire.UInt16();
        var look = wire.Byte();
        var cursor = new TerminalCursor(x, y, (look & 1) != 0, (CursorShape)((look >> 2) & 3), (look & 2) != 0);
        var bits = wire.UInt16();
        var mouse = bits >> 8;
        if (mouse > (int)MouseTracking.Any) throw new FormatException($"{mouse} is no mouse tracking");
        var modes = new TerminalModes(
            (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (MouseTracking)mouse, (bits & 8) != 0, (bits & 16) != 0, (bits & 32) != 0, wire.Byte(), (bits & 64) != 0);
        var scroll = wire.UInt16();
        var info = parts.HasFlag(ScreenParts.Info) ? PaneCodec.ReadInfo(ref wire) : null;
        var title = parts.HasFlag(ScreenParts.Title) ? wire.Text() : null;
        return new ScreenHeader(parts, columns, rows, firstLine, firstScreenLine, cursor, modes, scroll, info, title);
    }
}
