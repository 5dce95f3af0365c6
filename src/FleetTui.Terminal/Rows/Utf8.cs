namespace FleetTui.Terminal.Rows;

/// <summary>Code points to UTF-8, where they are known to be code points.</summary>
internal static class Utf8
{
    /// <summary>Writes a scalar value; returns the count of bytes, 1–4.</summary>
    /// <param name="value">A Unicode scalar value: cells hold no others.</param>
    /// <param name="room">At least 4 bytes.</param>
    public static int Write(uint value, Span<byte> room)
    {
        switch (value)
        {
            case < 0x80:
                room[0] = (byte)value;
                return 1;
            case < 0x800:
                room[1] = (byte)(0x80 | (value & 63));
                room[0] = (byte)(0xc0 | (value >> 6));
                return 2;
            case < 0x10000:
                room[2] = (byte)(0x80 | (value & 63));
                room[1] = (byte)(0x80 | ((value >> 6) & 63));
                room[0] = (byte)(0xe0 | (value >> 12));
                return 3;
            default:
                room[3] = (byte)(0x80 | (value & 63));
                room[2] = (byte)(0x80 | ((value >> 6) & 63));
                room[1] = (byte)(0x80 | ((value >> 12) & 63));
                room[0] = (byte)(0xf0 | (value >> 18));
                return 4;
        }
    }
}
