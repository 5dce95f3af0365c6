namespace FleetTui.Landing.Gates;

/// <summary>A commit that changes others' paths and says why it may.</summary>
/// <param name="Commit">As the agent made it.</param>
/// <param name="Reason">The value of its trailer.</param>
/// <param name="Paths">Those outside the slot's domain.</param>
public sealed record DomainOverride(string Slot, string Commit, string Subject, string Reason, IReadOnlyList<string> Paths);
