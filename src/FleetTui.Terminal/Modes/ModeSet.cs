namespace FleetTui.Terminal.Modes;

/// <summary>Which modes are set, and which were saved by XTSAVE.</summary>
internal sealed class ModeSet
{
    private static readonly ulong Initial = Bits(e => e.Initial);

    public ModeSet() => Set = Initial;

    /// <summary>One bit per <see cref="TerminalMode"/>.</summary>
    public ulong Set { get; set; }

    /// <summary>What CSI ? n s remembered, one bit per mode.</summary>
    public ulong Saved { get; set; } = Initial;

    public bool AutoWrap => this[TerminalMode.AutoWrap];

    public bool Insert => this[TerminalMode.Insert];

    public bool this[TerminalMode mode]
    {
        get => (Set & (1ul << (int)mode)) != 0;
        set => Set = value ? Set | (1ul << (int)mode) : Set & ~(1ul << (int)mode);
    }

    public bool WasSaved(TerminalMode mode) => (Saved & (1ul << (int)mode)) != 0;

    public void Save(TerminalMode mode)
    {
        var bit = 1ul << (int)mode;
        Saved = (Saved & ~bit) | (Set & bit);
    }

    public void Reset()
    {
        Set = Initial;
        Saved = Initial;
    }

    private static ulong Bits(Func<ModeEntry, bool> which)
    {
        var bits = 0ul;
        foreach (var entry in ModeTable.Entries)
        {
            if (which(entry))
                bits |= 1ul << (int)entry.Mode;
        }

        return bits;
    }
}
