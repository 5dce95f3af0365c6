namespace FleetTui.Landing.Targets;

/// <summary>What fetching the target branch came to. A closed set.</summary>
internal abstract record TargetFetch
{
    private TargetFetch()
    {
    }

    internal sealed record At(string Commit) : TargetFetch;

    /// <summary>Tried again later by itself.</summary>
    internal sealed record Unreachable(string Reason) : TargetFetch;

    /// <summary>Only the user can help.</summary>
    internal sealed record Halted(string Reason) : TargetFetch;
}
