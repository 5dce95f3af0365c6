namespace FleetTui.Agents.State;

/// <summary>
/// Follows one agent: takes signals in order and says which state counts. Pure: time comes with the signals. One owner at a time.
/// Each source's last word is kept; the most trusted one counts, unless it is no longer fresh and a lower one has changed since.
/// An <see cref="AgentActivity.Idle"/> of a lower source never takes back a <see cref="AgentActivity.NeedsInput"/>: a quiet screen is what waiting looks like.
/// </summary>
public sealed class AgentWatch
{
    private const int KeptReports = 40;
    private readonly Func<AgentSignal, SignalReading> read;
    private readonly SortedDictionary<ReportSource, AgentReport> standing = [];
    private readonly LinkedList<AgentReport> history = [];

    /// <param name="read">The program's own meaning of signals (<see cref="Launch.IAgentAdapter.Read"/>).</param>
    /// <param name="now">When watching began.</param>
    public AgentWatch(Func<AgentSignal, SignalReading> read, DateTimeOffset now)
    {
        this.read = read;
        State = new AgentState(AgentActivity.Stopped, "", now, ReportSource.Life, "It has not been started.");
    }

    public AgentState State { get; private set; }

    /// <summary>What was said, newest first. A source that repeats itself is listed once.</summary>
    public IEnumerable<AgentReport> History => history;

    /// <summary>The report that counts now, or null when nothing was said.</summary>
    public AgentReport? Winner { get; private set; }

    /// <summary>True when the state changed.</summary>
    public bool Take(AgentSignal signal, DateTimeOffset at)
    {
        switch (signal)
        {
            case AgentSignal.Preparing preparing:
                standing.Clear();
                Keep(new AgentReport(at, ReportSource.Process, AgentActivity.Starting, preparing.Step));
                break;
            case AgentSignal.Started:
                standing.Clear();
                Keep(new AgentReport(at, ReportSource.Process, AgentActivity.Starting, ""));
                break;
            case AgentSignal.Exited exited:
                End(at, Ending(exited));
                break;
            case AgentSignal.NotStarted failed:
                End(at, (AgentActivity.Crashed, failed.Reason));
                break;
            case AgentSignal.Absent absent:
                End(at, (AgentActivity.Stopped, absent.Reason));
                break;
            default:
                if (standing.GetValueOrDefault(ReportSource.Process)?.Activity == AgentActivity.Starting)
                {
                    Keep(new AgentReport(at, ReportSource.Process, AgentActivity.Unknown, ""));
                }

                switch (read(signal))
                {
                    case SignalReading.Reports report:
                        Keep(new AgentReport(at, report.Source, report.Activity, report.Detail));
                        break;
                    case SignalReading.Withdraws gone:
                        standing.Remove(gone.Source);
                        break;
                }

                break;
        }

        return Decide(at);
    }

    private static (AgentActivity Activity, string Detail) Ending(AgentSignal.Exited exited) => exited switch
    {
        { Asked: true } => (AgentActivity.Stopped, ""),
        { ExitCode: 0 } => (AgentActivity.Stopped, "exit 0"),
        { Signal: { } signal } => (AgentActivity.Crashed, $"signal {signal}"),
        _ => (AgentActivity.Crashed, $"exit {exited.ExitCode}"),
    };

    private void End(DateTimeOffset at, (AgentActivity Activity, string Detail) ending)
    {
        standing.Clear();
        Keep(new AgentReport(at, ReportSource.Life, ending.Activity, ending.Detail));
    }

    private void Keep(AgentReport report)
    {
        if (standing.TryGetValue(report.Source, out var before) && before.Activity == report.Activity && before.Detail == report.Detail)
        {
            return;
        }

        standing[report.Source] = report;
        history.AddFirst(report);
        if (history.Count > KeptReports)
        {
            history.RemoveLast();
        }
    }

    private bool Decide(DateTimeOffset at)
    {
        AgentReport? winner = null;
        foreach (var report in standing.Values)
        {
            winner = winner is null || !Overrules(winner, report) ? report : winner;
        }

        if (winner is null)
        {
            return false;
        }

        Winner = winner;
        if (winner.Activity == State.Activity && winner.Detail == State.Detail)
        {
            State = State with { Source = winner.Source, Reason = Reason(winner) };
            return false;
        }

        // A state that shows because a higher source withdrew began at the withdrawal, not when the lower source spoke.
        State = new AgentState(winner.Activity, winner.Detail, at, winner.Source, Reason(winner));
        return true;
    }

    private static bool Overrules(AgentReport lower, AgentReport higher)
    {
        var freshness = higher.Source.Freshness();
        if (lower.Source == ReportSource.Process || freshness == TimeSpan.MaxValue || lower.At <= higher.At + freshness)
        {
            return false;
        }

        return !(higher.Activity == AgentActivity.NeedsInput && lower.Activity is AgentActivity.Idle or AgentActivity.Unknown);
    }

    private static string Reason(AgentReport report) => (report.Source, report.Activity) switch
    {
        (ReportSource.Life, AgentActivity.Stopped) when report.Detail.Length == 0 => "It was stopped.",
        (ReportSource.Life, AgentActivity.Stopped) when report.Detail == "exit 0" => "Its process ended by itself, without an error.",
        (ReportSource.Life, AgentActivity.Crashed) when report.Detail.StartsWith("exit", StringComparison.Ordinal) => $"Its process ended with {report.Detail}.",
        (ReportSource.Life, AgentActivity.Crashed) when report.Detail.StartsWith("signal", StringComparison.Ordinal) => $"Its process was ended by {report.Detail}.",
        (ReportSource.Life, _) => report.Detail,
        (ReportSource.Process, AgentActivity.Starting) when report.Detail.Length > 0 => $"Before it starts: {report.Detail}.",
        (ReportSource.Process, AgentActivity.Starting) => "Its process has started and shown nothing yet.",
        (ReportSource.Process, _) => "Its process runs and says nothing of its state.",
        _ => $"{report.Source.Word()} says {report.Activity.Word()}{(report.Detail.Length == 0 ? "" : $" ({report.Detail})")}.",
    };
}
