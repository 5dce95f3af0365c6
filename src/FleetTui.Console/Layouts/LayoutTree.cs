namespace FleetTui.Console.Layouts;

/// <summary>Changes of a page's tree. Each gives a new tree; places that are not named keep their neighbours and their shares.</summary>
public static class LayoutTree
{
    private const int HeaviestWeight = 100_000;

    /// <summary>All leaves in reading order.</summary>
    public static IEnumerable<LayoutPlace> Places(this LayoutNode node) => node switch
    {
        LayoutPlace place => [place],
        LayoutSplit split => split.Children.SelectMany(Places),
        _ => [],
    };

    public static bool Has(this LayoutNode node, string name) => node.Places().Any(place => place.Name == name);

    /// <summary>Halves a place: the new one comes below it, or at its right.</summary>
    public static LayoutNode Split(LayoutNode root, string name, bool below, string added) =>
        Normal(Map(root, place => place.Name == name
            ? new LayoutSplit(below, [place with { Weight = 1 }, new LayoutPlace(added)], place.Weight)
            : place)!);

    /// <summary>Null when nothing is left. A neighbour gets the place's cells.</summary>
    public static LayoutNode? Without(LayoutNode root, string name) => Remove(root, place => place.Name == name) is { } left ? Normal(left) : null;

    /// <summary>Without the leaves that <paramref name="kept"/> refuses.</summary>
    public static LayoutNode? Pruned(LayoutNode root, Func<LayoutPlace, bool> kept) =>
        root.Places().All(kept) ? root : Remove(root, place => !kept(place)) is { } left ? Normal(left) : null;

    public static LayoutNode Renamed(LayoutNode root, Func<string, string> name) =>
        Map(root, place => place with { Name = name(place.Name) })!;

    public static LayoutNode Exchanged(LayoutNode root, string one, string other) =>
        Renamed(root, name => name == one ? other : name == other ? one : name);

    /// <summary>Every leaf's slot moves to the next leaf (or to the one before), the last to the first.</summary>
    public static LayoutNode Rotated(LayoutNode root, bool back)
    {
        var names = root.Places().Select(place => place.Name).ToList();
        var at = 0;
        return Map(root, place => place with { Name = names[((back ? ++at : at++ - 1) + names.Count) % names.Count] })!;
    }

    /// <summary>All neighbours alike.</summary>
    public static LayoutNode Even(LayoutNode root) => root switch
    {
        LayoutSplit split => split with { Weight = 1, Children = [.. split.Children.Select(Even)] },
        _ => root.Weighing(1),
    };

    /// <summary>The child numbers from the root to a leaf; null when it is not there.</summary>
    public static IReadOnlyList<int>? PathTo(LayoutNode root, string name)
    {
        if (root is LayoutPlace place)
        {
            return place.Name == name ? [] : null;
        }

        var children = ((LayoutSplit)root).Children;
        for (var i = 0; i < children.Count; i++)
        {
            if (PathTo(children[i], name) is { } rest)
            {
                return [i, .. rest];
            }
        }

        return null;
    }

    /// <summary>Gives the children of the split at <paramref name="path"/> new weights.</summary>
    public static LayoutNode Weighed(LayoutNode root, ReadOnlySpan<int> path, IReadOnlyList<int> weights)
    {
        if (root is not LayoutSplit split)
        {
            return root;
        }

        if (path.IsEmpty)
        {
            return split with { Children = [.. split.Children.Select((child, index) => child.Weighing(weights[index]))] };
        }

        var children = split.Children.ToArray();
        children[path[0]] = Weighed(children[path[0]], path[1..], weights);
        return split with { Children = children };
    }

    public static LayoutNode At(LayoutNode root, ReadOnlySpan<int> path) => path.IsEmpty ? root : At(((LayoutSplit)root).Children[path[0]], path[1..]);

    private static LayoutNode? Map(LayoutNode node, Func<LayoutPlace, LayoutNode?> change)
    {
        if (node is LayoutPlace place)
        {
            return change(place);
        }

        var split = (LayoutSplit)node;
        return split with { Children = [.. split.Children.Select(child => Map(child, change)).OfType<LayoutNode>()] };
    }

    private static LayoutNode? Remove(LayoutNode node, Func<LayoutPlace, bool> gone)
    {
        if (node is not LayoutSplit split)
        {
            return node is LayoutPlace place && gone(place) ? null : node;
        }

        var kept = new List<LayoutNode>();
        var freed = 0;
        foreach (var child in split.Children)
        {
            if (Remove(child, gone) is { } left)
            {
                kept.Add(left.Weighing(left.Weight + freed));
                freed = 0;
            }
            else if (kept.Count > 0)
            {
                kept[^1] = kept[^1].Weighing(kept[^1].Weight + child.Weight);
            }
            else
            {
                freed += child.Weight;
            }
        }

        return kept.Count == 0 ? null : split with { Children = kept };
    }

    /// <summary>No split with one child, and none in a split of the same direction.</summary>
    private static LayoutNode Normal(LayoutNode node)
    {
        if (node is not LayoutSplit split)
        {
            return node;
        }

        var children = split.Children.Select(Normal).ToList();
        for (var i = 0; i < children.Count; i++)
        {
            if (children[i] is not LayoutSplit inner || inner.Rows != split.Rows)
            {
                continue;
            }

            var sum = inner.Children.Sum(child => (long)child.Weight);
            var weighed = children.Select(child => (Node: child, Weight: child.Weight * sum)).ToList();
            weighed.RemoveAt(i);
            weighed.InsertRange(i, inner.Children.Select(child => (child, (long)child.Weight * inner.Weight)));
            children = Lighter(weighed);
            i += inner.Children.Count - 1;
        }

        return children.Count == 1
            ? children[0].Weighing(split.Weight)
            : split with { Children = Lighter([.. children.Select(child => (child, (long)child.Weight))]) };
    }

    private static List<LayoutNode> Lighter(List<(LayoutNode Node, long Weight)> children)
    {
        var divisor = children.Select(child => child.Weight).Aggregate(Divisor);
        var most = children.Max(child => child.Weight) / divisor;
        var scale = most > HeaviestWeight ? (double)HeaviestWeight / most : 1;
        return [.. children.Select(child => child.Node.Weighing((int)(child.Weight / divisor * scale)))];
    }

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);
}
