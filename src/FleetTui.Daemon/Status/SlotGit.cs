namespace FleetTui.Daemon.Status;

/// <summary>What git says of a slot's worktree. <paramref name="Branch"/>: the one checked out, or empty when HEAD is detached.</summary>
/// <param name="Operation">A rebase, merge… in progress; empty if none.</param>
internal sealed record SlotGit(string Branch, int Ahead, int Behind, int Dirty, string Operation)
{
    public static readonly SlotGit Unknown = new("", 0, 0, 0, "");
}
