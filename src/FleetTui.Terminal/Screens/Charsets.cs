namespace FleetTui.Terminal.Screens;

/// <summary>The designated sets G0–G3 and which of them GL and GR are; saved with the cursor. GR is only told (DECCIR): text is UTF-8.</summary>
internal struct Charsets
{
    private const byte FirstRight = 2;
    private byte right;

    /// <summary>One byte per set, G0 lowest.</summary>
    public uint Designated;

    /// <summary>0–3: locked into GL.</summary>
    public byte Left;

    /// <summary>2 or 3 for the next character only (SS2, SS3); 0 is none.</summary>
    public byte Single;

    /// <summary>0–3: locked into GR; G2 at first.</summary>
    public byte Right
    {
        readonly get => (byte)(right ^ FirstRight);
        set => right = (byte)(value ^ FirstRight);
    }

    public readonly bool IsPlain => Single == 0 && (byte)(Designated >> (Left * 8)) == (byte)Charset.Ascii;

    public readonly Charset Of(int index) => (Charset)(byte)(Designated >> (index * 8));

    public void Designate(int index, Charset set) =>
        Designated = (Designated & ~(0xffu << (index * 8))) | ((uint)set << (index * 8));

    /// <summary>The code point that an ASCII character stands for; uses up a single shift.</summary>
    public uint Map(byte ascii)
    {
        var set = Of(Single != 0 ? Single : Left);
        Single = 0;
        return CharsetMaps.Map(set, ascii);
    }
}
