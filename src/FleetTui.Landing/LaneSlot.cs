namespace FleetTui.Landing;

/// <summary>A slot as the lane sees it.</summary>
/// <param name="Id">E.g. <c>ps2</c>.</param>
/// <param name="Number">1-based; breaks ties in the queue.</param>
/// <param name="Role">The role's name; empty: none.</param>
/// <param name="Worktree">Absolute path.</param>
/// <param name="Branch">The branch the slot should be on; what lands is its HEAD, whatever branch that is.</param>
public sealed record LaneSlot(string Id, int Number, string Role, string Worktree, string Branch);
