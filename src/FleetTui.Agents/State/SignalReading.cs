namespace FleetTui.Agents.State;

/// <summary>What a signal means for one kind of program: a report, the withdrawal of what its source said before, or nothing.</summary>
public abstract record SignalReading
{
    private SignalReading()
    {
    }

    public sealed record Reports(ReportSource Source, AgentActivity Activity, string Detail) : SignalReading;

    public sealed record Withdraws(ReportSource Source) : SignalReading;

    public sealed record Nothing : SignalReading
    {
        public static readonly Nothing Instance = new();
    }
}
