using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Machines;

/// <summary>XTPUSHSGR and XTPOPSGR: renditions put aside, all or some of them (bounded; what does not fit is not pushed, but counted out again).</summary>
internal sealed class PenStack
{
    public const int MaxDepth = 10;
    public const uint Everything = uint.MaxValue;
    public const uint Foreground = 1u << 30;
    public const uint Background = 1u << 31;
    private readonly List<(CellStyle Pen, uint Parts)> stack = [];

    /// <summary>Pushes that found no room: as many pops do nothing.</summary>
    public int Excess { get; set; }

    public IReadOnlyList<(CellStyle Pen, uint Parts)> Entries => stack;

    /// <param name="pen">The renditions now.</param>
    /// <param name="parts">One bit per SGR code to bring back: 1–5, 7–9, 21, and 30 and 31 for the colours.</param>
    public void Push(in CellStyle pen, uint parts)
    {
        if (stack.Count < MaxDepth)
            stack.Add((pen with { Link = 0 }, parts));
        else if (Excess < int.MaxValue)
            Excess++;
    }

    public void Pop(ref CellStyle pen)
    {
        if (Excess > 0)
        {
            Excess--;
            return;
        }

        if (stack.Count == 0)
            return;
        var (saved, parts) = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        var mask = Attributes(parts);
        pen = pen with
        {
            Attributes = (pen.Attributes & ~mask) | (saved.Attributes & mask),
            Underline = (parts & ((1u << 4) | (1u << 21))) != 0 ? saved.Underline : pen.Underline,
            UnderlineColor = parts == Everything ? saved.UnderlineColor : pen.UnderlineColor,
            Foreground = (parts & Foreground) != 0 ? saved.Foreground : pen.Foreground,
            Background = (parts & Background) != 0 ? saved.Background : pen.Background,
        };
    }

    public void Restore(IEnumerable<(CellStyle Pen, uint Parts)> saved)
    {
        stack.Clear();
        stack.AddRange(saved.Take(MaxDepth));
    }

    public void Clear()
    {
        stack.Clear();
        Excess = 0;
    }

    private static CellAttributes Attributes(uint parts)
    {
        if (parts == Everything)
            return ~CellAttributes.Protected;
        var mask = CellAttributes.None;
        ReadOnlySpan<(int Code, CellAttributes Attribute)> known =
        [
            (1, CellAttributes.Bold), (2, CellAttributes.Dim), (3, CellAttributes.Italic), (5, CellAttributes.Blink),
            (7, CellAttributes.Inverse), (8, CellAttributes.Invisible), (9, CellAttributes.Strike),
        ];
        foreach (var (code, attribute) in known)
            mask |= (parts & (1u << code)) != 0 ? attribute : 0;
        return mask;
    }
}
