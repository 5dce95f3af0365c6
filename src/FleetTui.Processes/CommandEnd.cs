namespace FleetTui.Processes;

/// <summary>How a command ended. A closed set.</summary>
public abstract record CommandEnd
{
    private CommandEnd()
    {
    }

    /// <summary>It ended by itself with this code.</summary>
    public sealed record Exited(int Code) : CommandEnd;

    /// <summary>A signal that we did not send ended it.</summary>
    public sealed record Signalled(int Signal) : CommandEnd;

    /// <summary>Its deadline passed and its group was killed.</summary>
    public sealed record TimedOut(TimeSpan Deadline) : CommandEnd;

    /// <summary>It never ran; <paramref name="Reason"/> is one sentence for the user.</summary>
    public sealed record NotStarted(string Reason) : CommandEnd;
}
