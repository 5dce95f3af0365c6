namespace FleetTui.LandingSoak;

/// <summary>What must be true of each commit, by the first word of its subject.</summary>
internal sealed class FleetModel
{
    private int last;

    /// <summary>Commit → its slot.</summary>
    internal Dictionary<string, int> Wanted { get; } = new(StringComparer.Ordinal);

    /// <summary>Amended or given up by their agents: they may be on main, but not twice.</summary>
    internal HashSet<string> Replaced { get; } = new(StringComparer.Ordinal);

    internal string Next() => $"c{++last}";

    internal void Replace(string id)
    {
        if (Wanted.Remove(id))
            Replaced.Add(id);
    }
}
