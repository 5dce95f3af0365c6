namespace FleetTui.Terminal.Screens;

internal enum Charset : byte
{
    Ascii,

    /// <summary>DEC Special Graphics: lines and boxes.</summary>
    Graphics,

    /// <summary>UK: # is £.</summary>
    British,
}

/// <summary>The designated sets G0–G3 and which of them GL is; saved with the cursor.</summary>
internal struct Charsets
{
    private byte designated;

    /// <summary>0–3: locked into GL.</summary>
    public byte Left;

    /// <summary>2 or 3 for the next character only (SS2, SS3); 0 is none.</summary>
    public byte Single;

    public byte Designated
    {
        readonly get => designated;
        set => designated = value;
    }

    public readonly bool IsPlain => Single == 0 && Of(Left) == Charset.Ascii;

    public readonly Charset Of(int index) => (Charset)((designated >> (index * 2)) & 3);

    public void Designate(int index, Charset set) =>
        designated = (byte)((designated & ~(3 << (index * 2))) | ((int)set << (index * 2)));

    /// <summary>The code point that an ASCII character stands for; uses up a single shift.</summary>
    public uint Map(byte ascii)
    {
        var set = Of(Single != 0 ? Single : Left);
        Single = 0;
        return set switch
        {
            Charset.Graphics when ascii is >= 0x5f and <= 0x7e => GraphicsSet[ascii - 0x5f],
            Charset.British when ascii == '#' => '£',
            _ => ascii,
        };
    }

    private static ReadOnlySpan<char> GraphicsSet => " ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";
}
