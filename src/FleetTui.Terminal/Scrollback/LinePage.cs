namespace FleetTui.Terminal.Scrollback;

/// <summary>Packed rows one after another in one array.</summary>
internal sealed class LinePage(int capacity)
{
    private int[] ends = new int[64];

    public byte[] Bytes { get; } = new byte[capacity];

    public int Count { get; private set; }

    /// <summary>Rows dropped from the front; <see cref="First"/> counts on.</summary>
    public int Dropped { get; private set; }

    public long First { get; private set; }

    public int Used => Count == 0 ? 0 : ends[Count - 1];

    public int Live => Count - Dropped;

    public void Restart(long first)
    {
        First = first;
        Count = 0;
        Dropped = 0;
    }

    public bool TryAppend(ReadOnlySpan<byte> row)
    {
        var used = Used;
        if (row.Length > Bytes.Length - used)
            return false;
        row.CopyTo(Bytes.AsSpan(used));
        if (Count == ends.Length)
            Array.Resize(ref ends, ends.Length * 2);
        ends[Count++] = used + row.Length;
        return true;
    }

    public ReadOnlySpan<byte> Row(long line)
    {
        var index = (int)(line - First);
        var start = index == 0 ? 0 : ends[index - 1];
        return Bytes.AsSpan(start, ends[index] - start);
    }

    public void DropFirst() => Dropped++;

    public void RemoveLast() => Count--;
}
