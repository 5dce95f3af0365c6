using FleetTui.TerminalHost.Client;

namespace FleetTui.Daemon.Slots;

/// <summary>Something for a slot's supervisor to take in its turn.</summary>
internal abstract record SlotMessage
{
    private SlotMessage()
    {
    }

    public sealed record Start(TaskCompletionSource<SlotAnswer> Done) : SlotMessage;

    public sealed record Stop(TaskCompletionSource<SlotAnswer> Done) : SlotMessage;

    public sealed record Restart(TaskCompletionSource<SlotAnswer> Done) : SlotMessage;

    public sealed record Happened(PaneEvent Event) : SlotMessage;

    /// <summary>A host answers. <paramref name="Pane"/>: this slot's, or null when it has none.</summary>
    public sealed record HostFound(ITerminalHost Host, PaneInfo? Pane) : SlotMessage;

    public sealed record HostLost : SlotMessage;

    /// <summary>The back-off is over. <paramref name="Run"/>: of the run that ended; another one since makes it void.</summary>
    public sealed record RestartDue(int Run) : SlotMessage;

    /// <summary>It has run for a while, so it is no longer starting.</summary>
    public sealed record StartOver(int Run) : SlotMessage;

    /// <summary>What the program of this process wrote of its state.</summary>
    public sealed record StatusFile(int ProcessId, string Content) : SlotMessage;

    /// <summary>The transcript of its conversation was written to.</summary>
    public sealed record TranscriptGrew : SlotMessage;

    public sealed record ConfigurationChanged : SlotMessage;
}
