using System.Runtime.InteropServices;

namespace FleetTui.Roles.Globs;

/// <summary>
/// All patterns of one domain as one deterministic automaton over the bytes of a path, built as paths walk through it.
/// It follows git's walk: each directory on the way is decided by the last pattern that matches it; once one is taken in,
/// everything below is, whatever a negated pattern says. Safe for use by many threads.
/// </summary>
internal sealed class PathAutomaton
{
    private readonly IReadOnlyList<GlobPattern> patterns;
    private readonly GlobNode[] nodes; // all patterns' nodes one after another, each followed by its end
    private readonly int[] patternAt; // node → pattern whose end it is, or -1
    private readonly ByteClasses classes;
    private readonly Lock building = new();
    private readonly Dictionary<PositionSet, PathState> states = [];
    private readonly PathState accepted;
    private readonly PathState start;

    public PathAutomaton(IReadOnlyList<GlobPattern> all)
    {
        patterns = [.. all.Where(p => p.Nodes is not null)];
        var list = new List<GlobNode>();
        var starts = new List<int>();
        var ends = new int[patterns.Count];
        for (var pattern = 0; pattern < patterns.Count; pattern++)
        {
            var offset = list.Count;
            starts.Add(offset);
            list.AddRange(patterns[pattern].Nodes!.Select(node => node with { Target = node.Target + offset }));
            ends[pattern] = list.Count;
            list.Add(new(GlobNodeKind.One, default, 0)); // the end: an empty set consumes nothing
        }

        nodes = [.. list];
        patternAt = new int[nodes.Length];
        Array.Fill(patternAt, -1);
        for (var pattern = 0; pattern < patterns.Count; pattern++) patternAt[ends[pattern]] = pattern;
        classes = new(nodes.Select(node => node.Set).Append(ByteSet.Of((byte)'/')).Distinct());

        Restarts = [.. starts.Where((_, pattern) => patterns[pattern].AnyLevel)];
        accepted = new PathState([], classes.Count, final: true, dead: false) { TakesAll = true };
        start = State(starts);
    }

    public PathState Start => start;

    private int[] Restarts { get; }

    public byte ClassOf(byte value) => classes[value];

    public int Classes => classes.Count;

    public bool Accepts(ReadOnlySpan<byte> path)
    {
        var state = start;
        foreach (var value in path)
        {
            if (state.TakesAll) return true;
            if (state.Dead) return false;
            state = Next(state, value);
        }

        return state.Final;
    }

    public PathState Next(PathState state, byte value)
    {
        var slot = classes[value];
        return Volatile.Read(ref state.Next[slot]) ?? Build(state, value, slot);
    }

    private PathState Build(PathState state, byte value, byte slot)
    {
        lock (building)
        {
            var next = Compute(state, value);
            Volatile.Write(ref state.Next[slot], next);
            return next;
        }
    }

    private PathState Compute(PathState state, byte value)
    {
        if (state.TakesAll) return accepted;
        var slash = value == '/';
        if (slash && Decides(state.Positions, directory: true)) return accepted;

        var positions = new List<int>();
        foreach (var position in state.Positions)
        {
            var node = nodes[position];
            if (!node.Set.Contains(value)) continue;
            positions.Add(node.Kind == GlobNodeKind.Many ? position : position + 1);
        }

        if (slash) positions.AddRange(Restarts);
        return State(positions);
    }

    private PathState State(IReadOnlyList<int> seeds)
    {
        var closed = new SortedSet<int>();
        var open = new Stack<int>(seeds);
        while (open.TryPop(out var position))
        {
            if (!closed.Add(position)) continue;
            var node = nodes[position];
            if (node.Kind != GlobNodeKind.One) open.Push(position + 1);
            if (node.Kind == GlobNodeKind.Fork) open.Push(node.Target);
        }

        var positions = closed.ToArray();
        ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(states, new PositionSet(positions), out _);
        return state ??= new PathState(
            positions,
            classes.Count,
            final: Decides(positions, directory: false),
            dead: positions.Length == 0 && Restarts.Length == 0);
    }

    /// <summary>Whether the last pattern that ends here takes the path in.</summary>
    private bool Decides(int[] positions, bool directory)
    {
        for (var at = positions.Length - 1; at >= 0; at--)
        {
            var pattern = patternAt[positions[at]];
            if (pattern >= 0 && (directory || !patterns[pattern].DirectoryOnly)) return !patterns[pattern].Negated;
        }

        return false;
    }

    private readonly record struct PositionSet(int[] Positions)
    {
        public bool Equals(PositionSet other) => Positions.AsSpan().SequenceEqual(other.Positions);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(Positions.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
