using System.Runtime.InteropServices;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Snapshots;

/// <summary>Both grids, the scrollback, the cursors, margins and tab stops. Every row comes back as changed.</summary>
internal static class ScreenPart
{
    public static void Write(BinaryWriter writer, Screen screen)
    {
        writer.Write(screen.IsAlternate);
        WriteCursor(writer, screen.Cursor);
        WriteCursor(writer, screen.SavedOf(false));
        WriteCursor(writer, screen.SavedOf(true));
        writer.Write(screen.Margins.Top);
        writer.Write(screen.Margins.Bottom);
        writer.Write(screen.Margins.Left);
        writer.Write(screen.Margins.Right);
        foreach (var stop in screen.Tabs.All)
            writer.Write(stop);
        WriteGrid(writer, screen.Main);
        WriteGrid(writer, screen.Alternate);
        WriteLines(writer, screen);
    }

    public static void Read(BinaryReader reader, Screen screen)
    {
        screen.SwitchTo(reader.ReadBoolean());
        screen.Cursor = ReadCursor(reader, screen);
        screen.SavedOf(false) = ReadCursor(reader, screen);
        screen.SavedOf(true) = ReadCursor(reader, screen);
        screen.Margins = new Margins { Top = reader.ReadInt32(), Bottom = reader.ReadInt32(), Left = reader.ReadInt32(), Right = reader.ReadInt32() };
        var m = screen.Margins;
        if (m.Top < 0 || m.Bottom >= screen.Rows || m.Top > m.Bottom || m.Left < 0 || m.Right >= screen.Columns || m.Left > m.Right)
            throw new FormatException("A terminal snapshot's margins are damaged.");
        foreach (ref var stop in screen.Tabs.All)
            stop = reader.ReadBoolean();
        ReadGrid(reader, screen, screen.Main);
        ReadGrid(reader, screen, screen.Alternate);
        ReadLines(reader, screen);
        screen.PenChanged();
        screen.MarkAll();
    }

    private static void WriteCursor(BinaryWriter writer, in CursorState cursor)
    {
        writer.Write(cursor.X);
        writer.Write(cursor.Y);
        writer.Write(cursor.PendingWrap);
        writer.Write(cursor.Origin);
        writer.Write(cursor.IsoProtected);
        writer.Write(cursor.Charsets.Designated);
        writer.Write(cursor.Charsets.Left);
        writer.Write(cursor.Charsets.Right);
        writer.Write(cursor.Charsets.Single);
        TablesPart.WriteStyle(writer, cursor.Pen);
    }

    private static CursorState ReadCursor(BinaryReader reader, Screen screen)
    {
        var cursor = new CursorState
        {
            X = reader.ReadInt32(),
            Y = reader.ReadInt32(),
            PendingWrap = reader.ReadBoolean(),
            Origin = reader.ReadBoolean(),
            IsoProtected = reader.ReadBoolean(),
        };
        cursor.Charsets.Designated = reader.ReadUInt32();
        cursor.Charsets.Left = (byte)(reader.ReadByte() & 3);
        cursor.Charsets.Right = (byte)(reader.ReadByte() & 3);
        cursor.Charsets.Single = (byte)(reader.ReadByte() & 3);
        cursor.Pen = TablesPart.ReadStyle(reader);
        return (uint)cursor.X < screen.Columns && (uint)cursor.Y < screen.Rows ? cursor : throw new FormatException("A terminal snapshot's cursor is damaged.");
    }

    private static void WriteGrid(BinaryWriter writer, Grid grid)
    {
        for (var y = 0; y < grid.Count; y++)
        {
            var row = grid[y];
            writer.Write(row.Wrapped);
            writer.Write(row.Prompt);
            writer.Write(row.Size);
            writer.Write(row.Used);
            writer.Write(MemoryMarshal.AsBytes(row.Cells.AsSpan(0, row.Used)));
        }
    }

    private static void ReadGrid(BinaryReader reader, Screen screen, Grid grid)
    {
        for (var y = 0; y < grid.Count; y++)
        {
            var row = grid[y];
            row.Wrapped = reader.ReadBoolean();
            row.Prompt = reader.ReadBoolean();
            row.Size = reader.ReadByte();
            screen.HasDoubleRows |= row.Size != 0;
            row.Used = reader.ReadInt32();
            if ((uint)row.Used > grid.Columns)
                throw new FormatException("A terminal snapshot's row is damaged.");
            var cells = row.Cells.AsSpan(0, row.Used);
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(cells));
            foreach (var cell in cells)
            {
                if (cell.Style >= screen.Tables.Styles.Count || (cell.IsCluster && (cell.Glyph & Glyphs.ValueMask & ~Glyphs.Cluster) >= screen.Tables.Clusters.Count))
                    throw new FormatException("A terminal snapshot's cell is damaged.");
            }
        }
    }

    private static void WriteLines(BinaryWriter writer, Screen screen)
    {
        var lines = screen.Lines;
        writer.Write(lines.First);
        writer.Write(lines.Next);
        for (var line = lines.First; line < lines.Next; line++)
        {
            writer.Write7BitEncodedInt(lines[line].Length);
            writer.Write(lines[line]);
        }
    }

    private static void ReadLines(BinaryReader reader, Screen screen)
    {
        var first = reader.ReadInt64();
        var next = reader.ReadInt64();
        if (first < 0 || next < first)
            throw new FormatException("A terminal snapshot's scrollback is damaged.");
        screen.Lines.Restart(first);
        for (; first < next; first++)
        {
            var line = reader.ReadBytes(reader.Read7BitEncodedInt());
            screen.HasDoubleRows |= line.Length > 0 && new Rows.RowReader(line).Size != 0;
            screen.Lines.Append(line);
        }
    }
}
