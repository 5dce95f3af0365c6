namespace FleetTui.Landing.Hooks;

/// <summary>Whether a slot's worktree has the commit lock.</summary>
/// <param name="Installed">Its commits are asked about.</param>
/// <param name="Hooks">The user's own hooks that are run after, as the configuration stands: a directory, absolute or relative to the worktree.</param>
/// <param name="Detail">Why it is not installed; empty when it is.</param>
public sealed record HookState(string Slot, bool Installed, string Hooks, string Detail);
