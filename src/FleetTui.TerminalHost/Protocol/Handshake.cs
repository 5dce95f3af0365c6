using System.Buffers.Binary;
using System.Globalization;

namespace FleetTui.TerminalHost.Protocol;

/// <summary>
/// The first bytes each way: the magic, then the sender's protocol version (u16, little-endian: the high byte its major, the low byte its minor number), 10 bytes.
/// Peers of one major number work together: the newer one sends nothing that the older does not know. Peers of different ones part, and the client says so. A client that
/// says <see cref="Control"/> only asks who the host is, and to hand over to another program: these ten bytes and those two requests are promised to all versions after 1.
/// </summary>
internal static class Handshake
{
    /// <summary>2.0; what came before major numbers is 1.</summary>
    internal const ushort Version = 0x0200;
    internal const ushort Control = 0;
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

    /// <summary>True when a peer that speaks this version and this program understand each other.</summary>
    public static bool Suits(ushort version) => version >> 8 == Version >> 8;

    /// <summary>True when such a host can be asked to hand over.</summary>
    public static bool CanHandOver(ushort version) => version > 0xff;

    public static string Name(ushort version) =>
        version <= 0xff ? version.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{version >> 8}.{version & 0xff}");

    /// <summary>One sentence with the fix.</summary>
    public static string Mismatch(ushort host) =>
        $"The running terminal host speaks protocol {Name(host)} and this fleet speaks {Name(Version)}: "
        + (!CanHandOver(host) ? "it cannot be replaced while it runs; end it and its agents with 'fleet down --all' of the fleet that started it, then start again."
            : host > Version ? "this console or daemon is older than the host; use the newer fleet, or bring the host to this one with 'fleet host upgrade'."
            : "bring the host to this one with 'fleet host upgrade'; no agent notices.");
}
