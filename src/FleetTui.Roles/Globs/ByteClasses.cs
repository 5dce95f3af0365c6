namespace FleetTui.Roles.Globs;

/// <summary>Bytes that a group of sets cannot tell apart share a class; an automaton's rows need one entry per class only.</summary>
internal sealed class ByteClasses
{
    private readonly byte[] classOf = new byte[256];

    public ByteClasses(IEnumerable<ByteSet> sets)
    {
        var count = 1;
        foreach (var set in sets)
        {
            var split = new Dictionary<(byte Old, bool In), byte>();
            for (var value = 0; value < 256; value++)
            {
                var key = (classOf[value], set.Contains((byte)value));
                if (!split.TryGetValue(key, out var now)) split.Add(key, now = (byte)split.Count);
                classOf[value] = now;
            }

            count = split.Count;
        }

        Count = count;
    }

    public int Count { get; }

    public byte this[byte value] => classOf[value];
}
