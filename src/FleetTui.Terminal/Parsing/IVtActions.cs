namespace FleetTui.Terminal.Parsing;

/// <summary>What a <see cref="VtParser"/> found in the bytes.</summary>
internal interface IVtActions
{
    /// <summary>Bytes 0x20–0x7E; never empty.</summary>
    void Ascii(ReadOnlySpan<byte> run);

    /// <summary>A code point from U+00A0 on; U+FFFD for each malformed part.</summary>
    void CodePoint(uint codePoint);

    /// <summary>C0 but ESC; C1 comes as its ESC form.</summary>
    void Execute(byte control);

    /// <param name="intermediate">0 or 0x20–0x2F.</param>
    /// <param name="second">0, or a second one.</param>
    /// <param name="final">0x30–0x7E.</param>
    void Escape(byte intermediate, byte second, byte final);

    /// <summary>An escape of VT52 mode; row and column, from 0, for Y.</summary>
    void Vt52(byte final, int row, int column);

    /// <param name="prefix">0 or one of &lt; = &gt; ?.</param>
    /// <param name="intermediate">0 or 0x20–0x2F; two of them are never dispatched.</param>
    /// <param name="final">0x40–0x7E.</param>
    /// <param name="parameters">Valid during the call.</param>
    void Csi(byte prefix, byte intermediate, byte final, CsiParameters parameters);

    /// <summary>A whole OSC; <paramref name="bell"/> when BEL ended it, so that an answer may end alike.</summary>
    void Osc(ReadOnlySpan<byte> text, bool bell);

    /// <summary>Whether this DCS is wanted: the text of others is not kept.</summary>
    bool WantsDcs(byte prefix, byte intermediate, byte final);

    void Dcs(byte prefix, byte intermediate, byte final, CsiParameters parameters, ReadOnlySpan<byte> text);
}
