namespace FleetTui.TerminalHost.Pty;

/// <summary>What became of starting a program.</summary>
internal abstract record SpawnOutcome
{
    private SpawnOutcome()
    {
    }

    internal sealed record Started(int ProcessId, PseudoTerminal Terminal) : SpawnOutcome;

    /// <summary><paramref name="Reason"/> is one sentence for the user.</summary>
    internal sealed record Refused(string Reason) : SpawnOutcome;
}
