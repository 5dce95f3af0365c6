namespace FleetTui.Roles.Globs;

/// <summary>Where a <see cref="PathAutomaton"/> stands after a part of a path.</summary>
internal sealed class PathState(int[] positions, int classes, bool final, bool dead)
{
    public int[] Positions => positions;

    /// <summary>By byte class; null until a path came this way.</summary>
    public PathState?[] Next { get; } = new PathState?[classes];

    /// <summary>A file whose path ends here is in.</summary>
    public bool Final => final;

    /// <summary>Nothing that begins so is in.</summary>
    public bool Dead => dead;

    /// <summary>Everything that begins so is in: one of its directories was taken.</summary>
    public bool TakesAll { get; init; }
}
