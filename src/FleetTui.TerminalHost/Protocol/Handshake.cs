using System.Buffers.Binary;

namespace FleetTui.TerminalHost.Protocol;

/// <summary>
/// The first bytes each way: the magic, then the sender's protocol version (u16, little-endian), 10 bytes. Only these are promised to all future
/// versions. Both sides close when the versions differ, and the client says so.
/// </summary>
internal static class Handshake
{
    internal const ushort Version = 1;
    internal const int Length = 10;

    private static ReadOnlySpan<byte> Magic => "fleetpty"u8;

    public static byte[] Bytes(ushort version = Version)
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Magic.Length), version);
        return bytes;
    }

    /// <summary>False when the peer is something else altogether.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ushort version)
    {
        version = 0;
        if (bytes.Length < Length || !bytes.StartsWith(Magic)) return false;
        version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[Magic.Length..]);
        return true;
    }

    public static string Mismatch(ushort host) =>
        $"The running terminal host speaks protocol {host} and this fleet speaks {Version}: use the fleet that started it, or end it with `fleet down --all` and start again.";
}
