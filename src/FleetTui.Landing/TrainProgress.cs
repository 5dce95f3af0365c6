namespace FleetTui.Landing;

/// <summary>The train under way, and what is being done with it.</summary>
/// <param name="Slots">Whose commits are in it, in order.</param>
/// <param name="Detail">More of the step: which gate, which of the user's checks; empty if nothing.</param>
/// <param name="Attempt">1, and one more each time somebody else pushed first.</param>
/// <param name="Since">When the step began.</param>
public sealed record TrainProgress(IReadOnlyList<string> Slots, TrainStep Step, string Detail, int Attempt, DateTimeOffset Since);
