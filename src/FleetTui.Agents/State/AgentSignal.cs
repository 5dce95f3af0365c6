namespace FleetTui.Agents.State;

/// <summary>Something seen of an agent from outside: of its process, or in what it wrote to its terminal.</summary>
public abstract record AgentSignal
{
    private AgentSignal()
    {
    }

    /// <summary>What must be there before it can start is being made.</summary>
    /// <param name="Step">Which step; a few words.</param>
    public sealed record Preparing(string Step) : AgentSignal;

    public sealed record Started : AgentSignal;

    /// <summary>It has been running for a while, or shows something: no longer starting, whatever it is.</summary>
    public sealed record Showing : AgentSignal;

    /// <param name="Asked">Whether the fleet ended it.</param>
    public sealed record Exited(int? ExitCode, int? Signal, bool Asked) : AgentSignal;

    /// <summary>No process could be started.</summary>
    public sealed record NotStarted(string Reason) : AgentSignal;

    /// <summary>Its pane is gone, or was never there.</summary>
    public sealed record Absent(string Reason) : AgentSignal;

    /// <summary>OSC 7501: idle, working, done, blocked, error, clear.</summary>
    public sealed record ProgramStatus(string State, string? Kind, string? Message) : AgentSignal;

    /// <summary>OSC 9;4: whether a bar is shown, and whether as an error.</summary>
    public sealed record Progress(bool Shown, bool Error) : AgentSignal;

    public sealed record TitleChanged(string Text) : AgentSignal;

    public sealed record Notification(string Title, string Body) : AgentSignal;

    public sealed record Bell : AgentSignal;

    /// <summary>OSC 133: true from C (a command's output begins) on, false from A on (a prompt is shown).</summary>
    public sealed record Prompt(bool CommandRuns) : AgentSignal;

    /// <summary>The file in which the program keeps its state has this content now.</summary>
    public sealed record StatusFile(string Content) : AgentSignal;
}
