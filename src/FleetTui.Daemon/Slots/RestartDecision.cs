namespace FleetTui.Daemon.Slots;

internal abstract record RestartDecision
{
    private RestartDecision()
    {
    }

    public sealed record Stay : RestartDecision;

    public sealed record After(TimeSpan Delay) : RestartDecision;

    /// <summary>A crash loop. <paramref name="Reason"/> is for the user.</summary>
    public sealed record GiveUp(string Reason) : RestartDecision;
}
