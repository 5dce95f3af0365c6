using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Rows;

namespace FleetTui.Terminal.Snapshots;

/// <summary>Styles, clusters and links, in the order of their numbers, which the cells keep.</summary>
internal static class TablesPart
{
    public static void Write(BinaryWriter writer, CellTables tables)
    {
        writer.Write(tables.Links.Count);
        for (var i = 1; i < tables.Links.Count; i++)
        {
            writer.Write(tables.Links.Uri((ushort)i) ?? "");
            writer.Write(tables.Links.Id((ushort)i));
        }

        writer.Write(tables.Styles.Count);
        for (var i = 1u; i < tables.Styles.Count; i++)
            WriteStyle(writer, tables.Styles[i]);
        writer.Write(tables.Clusters.Count);
        for (var i = 0u; i < tables.Clusters.Count; i++)
            writer.Write(tables.Clusters[i]);
    }

    public static void Read(BinaryReader reader, CellTables tables)
    {
        var links = reader.ReadInt32();
        for (var i = 1; i < links; i++)
        {
            var uri = reader.ReadString();
            tables.Links.Intern(uri, reader.ReadString());
        }

        var styles = reader.ReadInt32();
        for (var i = 1; i < styles; i++)
            tables.Styles.Intern(ReadStyle(reader));
        var clusters = reader.ReadInt32();
        for (var i = 0; i < clusters; i++)
            tables.Clusters.Intern(reader.ReadString());
        if (tables.Styles.Count != styles || tables.Clusters.Count != clusters || tables.Links.Count != links)
            throw new FormatException("A terminal snapshot's tables are damaged.");
    }

    internal static void WriteStyle(BinaryWriter writer, in CellStyle style)
    {
        writer.Write(style.Foreground.Packed);
        writer.Write(style.Background.Packed);
        writer.Write(style.UnderlineColor.Packed);
        writer.Write((ushort)style.Attributes);
        writer.Write((byte)style.Underline);
        writer.Write(style.Link);
    }

    internal static CellStyle ReadStyle(BinaryReader reader) => new(
        new Color(reader.ReadUInt32()),
        new Color(reader.ReadUInt32()),
        new Color(reader.ReadUInt32()),
        (CellAttributes)reader.ReadUInt16(),
        (UnderlineStyle)reader.ReadByte(),
        reader.ReadUInt16());
}
