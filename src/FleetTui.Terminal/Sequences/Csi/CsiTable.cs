namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>All control sequences that the engine acts on. Others are consumed.</summary>
internal static class CsiTable
{
    private const int Finals = 64;
    private const int Intermediates = 17;
    private static readonly CsiEntry?[]?[] ByKey = Index();

    public static IEnumerable<CsiEntry> Entries =>
        CursorSequences.Entries
            .Concat(EditSequences.Entries)
            .Concat(StyleSequences.Entries)
            .Concat(ColorSequences.Entries)
            .Concat(ModeSequences.Entries)
            .Concat(ReportSequences.Entries)
            .Concat(KeyboardSequences.Entries)
            .Concat(RectangleSequences.Entries)
            .Concat(WindowSequences.Entries);

    public static CsiEntry? Find(byte prefix, byte intermediate, byte final) =>
        ByKey[Slot(prefix, intermediate)]?[final - 0x40];

    private static int Slot(byte prefix, byte intermediate) =>
        ((prefix == 0 ? 0 : prefix - 0x3b) * Intermediates) + (intermediate == 0 ? 0 : intermediate - 0x1f);

    private static CsiEntry?[]?[] Index()
    {
        var table = new CsiEntry?[]?[5 * Intermediates];
        foreach (var entry in Entries)
            (table[Slot(entry.Prefix, entry.Intermediate)] ??= new CsiEntry?[Finals])[entry.Final - 0x40] = entry;
        return table;
    }
}
