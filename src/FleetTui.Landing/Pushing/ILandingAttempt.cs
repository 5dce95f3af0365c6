namespace FleetTui.Landing.Pushing;

/// <summary>One way to land slots, tried once.</summary>
internal interface ILandingAttempt
{
    Task<AttemptResult> RunAsync(IReadOnlyList<LaneSlot> slots, CancellationToken cancellation);
}
