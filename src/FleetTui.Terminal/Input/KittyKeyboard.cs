namespace FleetTui.Terminal.Input;

/// <summary>The progressive enhancement flags of the kitty keyboard protocol, with the stack of one screen (bounded; the oldest go).</summary>
internal sealed class KittyKeyboard
{
    public const int MaxDepth = 16;
    private const int AllFlags = 31;
    private readonly List<byte> stack = [];

    /// <summary>1 disambiguate, 2 event types, 4 alternate keys, 8 all keys as escape codes, 16 associated text.</summary>
    public byte Flags { get; private set; }

    public IReadOnlyList<byte> Stack => stack;

    public void Push(int flags)
    {
        if (stack.Count == MaxDepth)
            stack.RemoveAt(0);
        stack.Add(Flags);
        Flags = (byte)(flags & AllFlags);
    }

    /// <summary>Popping more than there is leaves no flags.</summary>
    public void Pop(int count)
    {
        for (; count > 0; count--)
        {
            if (stack.Count == 0)
            {
                Flags = 0;
                return;
            }

            Flags = stack[^1];
            stack.RemoveAt(stack.Count - 1);
        }
    }

    /// <param name="flags">The flags to apply.</param>
    /// <param name="how">1 set to, 2 add, 3 take away.</param>
    public void Set(int flags, int how)
    {
        flags &= AllFlags;
        Flags = how switch
        {
            1 => (byte)flags,
            2 => (byte)(Flags | flags),
            3 => (byte)(Flags & ~flags),
            _ => Flags,
        };
    }

    public void Restore(byte flags, IEnumerable<byte> saved)
    {
        Flags = (byte)(flags & AllFlags);
        stack.Clear();
        stack.AddRange(saved.Take(MaxDepth));
    }

    public void Reset()
    {
        Flags = 0;
        stack.Clear();
    }
}
