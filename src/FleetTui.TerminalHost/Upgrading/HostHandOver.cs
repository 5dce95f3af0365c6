namespace FleetTui.TerminalHost.Upgrading;

/// <summary>A host as it goes from one program to the next, without its panes, which follow one by one.</summary>
/// <param name="Instance">Made when the first program started; tells this host from any other that listens here later.</param>
/// <param name="Generation">1 for the first program, one more after each hand-over.</param>
/// <param name="FrozenAt">When the panes were last served (CLOCK_MONOTONIC).</param>
/// <param name="Sessions">Of each client, by its own number, the last request that was handled: what it asks again after that was not.</param>
internal sealed record HostHandOver(
    ulong Instance,
    int Generation,
    DateTimeOffset StartedAt,
    long FrozenAt,
    int Listener,
    int LockFile,
    IReadOnlyDictionary<ulong, uint> Sessions);
