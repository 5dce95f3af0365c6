namespace FleetTui.Console.Tests.Fakes;

/// <summary>The fleets that a test says run.</summary>
internal sealed class FakeFleets(params RunningFleet[] all) : IRunningFleets
{
    public IReadOnlyList<RunningFleet> All => all;

    public string? Last { get; init; }

    public string? Next { get; set; }

    public Task<IReadOnlyList<RunningFleet>> FindAsync(CancellationToken cancellation) => Task.FromResult(All);
}
