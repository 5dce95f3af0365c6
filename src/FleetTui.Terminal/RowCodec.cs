using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal;

/// <summary>
/// The wire form of one row: UTF-8 text with style runs and hyperlink URIs, versioned by the protocol that carries it.
/// <see cref="VirtualTerminal.EncodeLine"/> writes it, a console reads it.
/// </summary>
public static class RowCodec
{
    /// <summary>Decodes one row into <paramref name="cells"/>, blank-padded or cut to its length; returns the bytes consumed, or throws <see cref="FormatException"/>.</summary>
    /// <param name="resolveLink">Gives the reader's own id for a link's URI; 0 drops it.</param>
    public static int Decode(ReadOnlySpan<byte> bytes, Span<Cell> cells, Func<string, ushort> resolveLink, out bool wrapped) => throw new NotImplementedException();
}
