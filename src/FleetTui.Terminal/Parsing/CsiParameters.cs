namespace FleetTui.Terminal.Parsing;

/// <summary>
/// Numeric parameters of CSI and DCS (ECMA-48 §5.4), with colon sub-parameters. At most <see cref="Capacity"/>; later ones are dropped.
/// An omitted parameter is -1.
/// </summary>
internal sealed class CsiParameters
{
    public const int Capacity = 32;

    /// <summary>Larger numbers are held at this: no terminal has a use for them, and sums cannot overflow.</summary>
    public const int MaxValue = 99_999_999;

    private readonly int[] values = new int[Capacity];
    private uint subParameters;
    private bool full;

    public int Count { get; private set; }

    /// <summary>Values and the mask of sub-parameters, for snapshots.</summary>
    public (int[] Values, uint Sub, int Count, bool Full) State
    {
        get => (values, subParameters, Count, full);
        set
        {
            Array.Copy(value.Values, values, Capacity);
            (subParameters, Count, full) = (value.Sub, value.Count, value.Full);
        }
    }

    /// <summary>The raw values, -1 where omitted.</summary>
    public ReadOnlySpan<int> Values => values.AsSpan(0, Count);

    /// <summary>Some parameter came after a colon.</summary>
    public bool HasSubs => subParameters != 0;

    /// <summary>The raw value, -1 when omitted.</summary>
    public int this[int index] => index < Count ? values[index] : -1;

    /// <summary>The parameter came after a colon.</summary>
    public bool IsSub(int index) => index < Count && (subParameters & (1u << index)) != 0;

    /// <summary>The value, or <paramref name="fallback"/> when omitted.</summary>
    public int Get(int index, int fallback) => index < Count && values[index] >= 0 ? values[index] : fallback;

    /// <summary>A count: omitted and 0 are 1.</summary>
    public int Times(int index = 0) => Math.Max(Get(index, 1), 1);

    /// <summary>A 1-based position as 0-based; omitted and 0 are the first.</summary>
    public int Position(int index) => Math.Max(Get(index, 1), 1) - 1;

    public void Reset()
    {
        Count = 0;
        subParameters = 0;
        full = false;
    }

    public void Digit(int digit)
    {
        if (full)
            return;
        if (Count == 0)
            values[Count++] = -1;
        ref var value = ref values[Count - 1];
        value = value < 0 ? digit : Math.Min((value * 10) + digit, MaxValue);
    }

    /// <summary>Takes the digits and separators from <paramref name="i"/> on; returns the index of what comes after them.</summary>
    public int Take(ReadOnlySpan<byte> text, int i)
    {
        // As Digit and Separator do, with the number at hand in a register.
        var value = Count == 0 ? -1 : values[Count - 1];
        var from = i;
        for (; i < text.Length; i++)
        {
            var digit = (uint)text[i] - '0';
            if (digit <= 9)
            {
                value = value < 0 ? (int)digit : Math.Min((value * 10) + (int)digit, MaxValue);
            }
            else if (digit <= 11)
            {
                Put(value);
                Separator(digit == 10);
                value = -1;
            }
            else
            {
                break;
            }
        }

        if (i > from)
            Put(value);
        return i;
    }

    private void Put(int value)
    {
        if (Count == 0)
            Count = 1;
        if (!full)
            values[Count - 1] = value;
    }

    public void Separator(bool sub)
    {
        if (Count == 0)
            values[Count++] = -1;
        if (Count == Capacity)
        {
            full = true;
            return;
        }

        values[Count] = -1;
        if (sub)
            subParameters |= 1u << Count;
        Count++;
    }
}
