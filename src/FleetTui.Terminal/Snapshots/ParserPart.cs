using FleetTui.Terminal.Parsing;

namespace FleetTui.Terminal.Snapshots;

/// <summary>A sequence or a character that has only come in part.</summary>
internal static class ParserPart
{
    public static void Write(BinaryWriter writer, VtParser parser)
    {
        writer.Write((byte)parser.State);
        writer.Write(parser.Prefix);
        writer.Write(parser.Intermediate);
        writer.Write(parser.Second);
        writer.Write(parser.DcsFinal);
        writer.Write(parser.LastStringByte);
        writer.Write(parser.Tail.State.Bytes);
        writer.Write(parser.Tail.State.Count);
        var (values, sub, count, full) = parser.Parameters.State;
        writer.Write(count);
        for (var i = 0; i < count; i++)
            writer.Write(values[i]);
        writer.Write(sub);
        writer.Write(full);
        WriteText(writer, parser.Osc, parser.State == VtState.Osc);
        WriteText(writer, parser.Dcs, parser.State == VtState.DcsText);
    }

    public static void Read(BinaryReader reader, VtParser parser)
    {
        parser.State = (VtState)Math.Min(reader.ReadByte(), (byte)VtState.Vt52Column);
        parser.Prefix = reader.ReadByte();
        parser.Intermediate = reader.ReadByte();
        parser.Second = reader.ReadByte();
        parser.DcsFinal = reader.ReadByte();
        parser.LastStringByte = reader.ReadByte();
        parser.Tail.State = (reader.ReadUInt32(), Math.Clamp(reader.ReadInt32(), 0, 3));
        var count = reader.ReadInt32();
        if (count is < 0 or > CsiParameters.Capacity)
            throw new FormatException("A terminal snapshot's parameters are damaged.");
        var values = new int[CsiParameters.Capacity];
        for (var i = 0; i < count; i++)
            values[i] = reader.ReadInt32();
        parser.Parameters.State = (values, reader.ReadUInt32(), count, reader.ReadBoolean());
        ReadText(reader, parser.Osc);
        ReadText(reader, parser.Dcs);
    }

    /// <summary>The buffer of a string that is over holds nothing worth keeping.</summary>
    private static void WriteText(BinaryWriter writer, StringBuffer buffer, bool live)
    {
        writer.Write(live && buffer.Overflowed);
        writer.Write(live ? buffer.Length : 0);
        if (live)
            writer.Write(buffer.Written);
    }

    private static void ReadText(BinaryReader reader, StringBuffer buffer)
    {
        buffer.Reset();
        var overflowed = reader.ReadBoolean();
        buffer.Append(reader.ReadBytes(reader.ReadInt32()));
        buffer.Overflowed = overflowed;
    }
}
