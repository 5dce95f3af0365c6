using FleetTui.Agents.State;
using FleetTui.Terminal;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Daemon.Slots;

/// <summary>What happened in a pane, as a signal of the agent in it; null when it says nothing of its state.</summary>
internal static class PaneSignals
{
    /// <param name="asked">Whether the fleet ended the process that this tells the end of.</param>
    public static AgentSignal? Of(PaneEvent happened, bool asked) => happened switch
    {
        PaneEvent.Started => new AgentSignal.Started(),
        PaneEvent.Exited exited => new AgentSignal.Exited(exited.ExitCode, exited.Signal, asked),
        PaneEvent.Failed failed => new AgentSignal.NotStarted(failed.Reason),
        PaneEvent.Removed => new AgentSignal.Absent("Its pane was removed."),
        PaneEvent.TitleChanged title => new AgentSignal.TitleChanged(title.Title),
        PaneEvent.Bell => new AgentSignal.Bell(),
        PaneEvent.Notification notification => new AgentSignal.Notification(notification.Title, notification.Body),
        PaneEvent.Progress progress => new AgentSignal.Progress(progress.State != ProgressState.None, progress.State == ProgressState.Error),
        PaneEvent.Status status => new AgentSignal.ProgramStatus(status.Report.State, status.Report.Kind, status.Report.Message ?? status.Report.Title),
        PaneEvent.Prompt { Mark: PromptMark.PromptStart or PromptMark.CommandStart } => new AgentSignal.Prompt(CommandRuns: false),
        PaneEvent.Prompt { Mark: PromptMark.OutputStart } => new AgentSignal.Prompt(CommandRuns: true),
        PaneEvent.Activity { Active: true } => new AgentSignal.Showing(),
        _ => null,
    };
}
