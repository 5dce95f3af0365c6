namespace FleetTui.Console;

/// <summary>The fleets of this user that run on this machine, and the way from one to another.</summary>
public interface IRunningFleets
{
    /// <summary>The repository of the fleet that this console was on before; null for none.</summary>
    string? Last { get; }

    /// <summary>Set when the console is to go on with this repository's fleet once it has left.</summary>
    string? Next { get; set; }

    /// <summary>Those whose daemon answers, this one among them, by name.</summary>
    Task<IReadOnlyList<RunningFleet>> FindAsync(CancellationToken cancellation);
}

/// <param name="Repository">The root of its main worktree, absolute; what tells fleets apart.</param>
/// <param name="Slots">How many it has.</param>
/// <param name="Waiting">How many of them need the user.</param>
public sealed record RunningFleet(string Name, string Repository, int Slots, int Waiting);
