namespace FleetTui.Landing.Syncing;

/// <summary>What moving a landed slot's worktree came to. A closed set.</summary>
internal abstract record SyncResult
{
    private SyncResult()
    {
    }

    internal sealed record Moved : SyncResult;

    /// <summary>Nothing was touched; later.</summary>
    internal sealed record Deferred(string Reason) : SyncResult;
}
