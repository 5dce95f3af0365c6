using System.Runtime.CompilerServices;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Rows;

namespace FleetTui.Terminal.Styles;

/// <summary>A style as <see cref="RowFormat"/> writes it, without its link's target; made once for each style, copied for each run.</summary>
internal struct StyleBytes
{
    /// <summary>No style takes more bytes; copies write as many whatever the length.</summary>
    public const int Room = 16;

    public Block Bytes;
    public byte Length;
    public ushort Link;

    public static StyleBytes Of(in CellStyle style)
    {
        var made = new StyleBytes { Link = style.Link };
        Span<byte> room = made.Bytes;
        var at = 1;
        var flags = (int)style.Foreground.Kind | ((int)style.Background.Kind << 2);
        at += Write(style.Foreground, room[at..]);
        at += Write(style.Background, room[at..]);
        if (style.Attributes != 0)
        {
            flags |= RowFormat.HasAttributes;
            room[at++] = (byte)style.Attributes;
            room[at++] = (byte)((int)style.Attributes >> 8);
        }

        if (style.Underline != UnderlineStyle.None || !style.UnderlineColor.IsDefault)
        {
            flags |= RowFormat.HasUnderline;
            room[at++] = (byte)style.Underline;
            room[at++] = (byte)style.UnderlineColor.Kind;
            at += Write(style.UnderlineColor, room[at..]);
        }

        if (style.Link != 0)
            flags |= RowFormat.HasLink;
        room[0] = (byte)flags;
        made.Length = (byte)at;
        return made;
    }

    private static int Write(Color color, Span<byte> room)
    {
        switch (color.Kind)
        {
            case ColorKind.Indexed:
                room[0] = color.Index;
                return 1;
            case ColorKind.Rgb:
                room[2] = color.B;
                room[1] = color.G;
                room[0] = color.R;
                return 3;
            default:
                return 0;
        }
    }

    [InlineArray(Room)]
    public struct Block
    {
        private byte first;

        public readonly void CopyTo(Span<byte> room) => Unsafe.WriteUnaligned(ref room[..Room][0], this);
    }
}
