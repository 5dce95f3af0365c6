using System.Text;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;

namespace FleetTui.Terminal.Snapshots;

/// <summary>
/// The whole state of a terminal as bytes, and back: screens, scrollback, cursors, modes, tables, and what the parser was in the middle of,
/// so that output may go on at any byte. Versioned: an engine reads its own version and refuses others.
/// </summary>
internal static class TerminalSnapshot
{
    private const uint Magic = 0x54565446; // "FTVT"
    internal const ushort Version = 3;

    public static byte[] Take(Machine machine, VtParser parser)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(machine.Screen.Columns);
        writer.Write(machine.Screen.Rows);
        TablesPart.Write(writer, machine.Screen.Tables);
        ScreenPart.Write(writer, machine.Screen);
        MachinePart.Write(writer, machine);
        ParserPart.Write(writer, parser);
        writer.Flush();
        writer.Write(Checksum.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The size that the snapshot was taken at.</summary>
    /// <exception cref="FormatException">Not a snapshot, damaged, or of another version.</exception>
    public static (int Columns, int Rows) Size(BinaryReader reader, ReadOnlySpan<byte> snapshot)
    {
        if (reader.ReadUInt32() != Magic)
            throw new FormatException("Not a terminal snapshot.");
        var version = reader.ReadUInt16();
        if (version != Version)
            throw new FormatException($"A terminal snapshot of version {version}; this engine reads version {Version}.");
        if (snapshot.Length < Checksum.Size || BitConverter.ToUInt32(snapshot[^Checksum.Size..]) != Checksum.Of(snapshot[..^Checksum.Size]))
            throw new FormatException("A terminal snapshot is cut or damaged.");
        return (reader.ReadInt32(), reader.ReadInt32());
    }

    /// <summary>Fills a fresh terminal of the snapshot's size.</summary>
    public static void Restore(BinaryReader reader, Machine machine, VtParser parser)
    {
        TablesPart.Read(reader, machine.Screen.Tables);
        ScreenPart.Read(reader, machine.Screen);
        MachinePart.Read(reader, machine);
        ParserPart.Read(reader, parser);
    }
}
