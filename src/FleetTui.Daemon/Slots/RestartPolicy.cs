namespace FleetTui.Daemon.Slots;

/// <summary>Whether an agent that ended is started again, and when. A run of a minute or more forgets earlier failures.</summary>
internal sealed class RestartPolicy
{
    private const int MostInARow = 5;
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private int inARow;

    /// <summary>The user started it: earlier failures do not count.</summary>
    public void Reset() => inARow = 0;

    /// <param name="rule">never, on-crash or always (<see cref="Configuration.AgentDefinition.Restart"/>).</param>
    public RestartDecision AfterEnd(string rule, bool crashed, TimeSpan ran)
    {
        if (rule == "never" || (rule == "on-crash" && !crashed))
        {
            return new RestartDecision.Stay();
        }

        inARow = ran >= Settled ? 1 : inARow + 1;
        return inARow > MostInARow
            ? new RestartDecision.GiveUp($"It ended {inARow} times in a row within a minute of its start, so it is not started again; see its pane, then: fleet restart.")
            : new RestartDecision.After(FirstDelay * (1 << (inARow - 1)));
    }
}
