using FleetTui.Terminal;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Protocol;

/// <summary>The wire form of <see cref="PaneEvent"/>: a kind, pane, sequence, time, then the kind's own fields.</summary>
internal static class PaneEventCodec
{
    private enum Kind : byte
    {
        Started,
        Exited,
        Failed,
        Removed,
        Title,
        Bell,
        Notification,
        Clipboard,
        Progress,
        Status,
        Prompt,
        Activity,
    }

    public static void Write(WireWriter wire, PaneEvent happened)
    {
        wire.Byte((byte)KindOf(happened));
        wire.Text(happened.Pane);
        wire.Int64(happened.Sequence);
        wire.Time(happened.At);
        switch (happened)
        {
            case PaneEvent.Started started: wire.Int32(started.ProcessId); break;
            case PaneEvent.Exited exited:
                wire.OptionalInt32(exited.ExitCode);
                wire.OptionalInt32(exited.Signal);
                break;
            case PaneEvent.Failed failed: wire.Text(failed.Reason); break;
            case PaneEvent.TitleChanged changed: wire.Text(changed.Title); break;
            case PaneEvent.Notification notification:
                wire.Text(notification.Title);
                wire.Text(notification.Body);
                break;
            case PaneEvent.ClipboardWrite clipboard:
                wire.Text(clipboard.Selection);
                wire.Text(clipboard.Text);
                break;
            case PaneEvent.Progress progress:
                wire.Byte((byte)progress.State);
                wire.Int32(progress.Percent);
                break;
            case PaneEvent.Status status: WriteStatus(wire, status.Report); break;
            case PaneEvent.Prompt prompt:
                wire.Byte((byte)prompt.Mark);
                wire.OptionalInt32(prompt.ExitCode);
                break;
            case PaneEvent.Activity activity: wire.Bool(activity.Active); break;
        }
    }

    /// <summary>Null for a kind that a newer host tells of.</summary>
    public static PaneEvent? Read(ref WireReader wire)
    {
        var kind = (Kind)wire.Byte();
        var pane = wire.Text(HostLimits.PaneNameBytes);
        var sequence = wire.Int64();
        var at = wire.Time();
        return kind switch
        {
            Kind.Started => new PaneEvent.Started(pane, sequence, at, wire.Int32()),
            Kind.Exited => new PaneEvent.Exited(pane, sequence, at, wire.OptionalInt32(), wire.OptionalInt32()),
            Kind.Failed => new PaneEvent.Failed(pane, sequence, at, wire.Text()),
            Kind.Removed => new PaneEvent.Removed(pane, sequence, at),
            Kind.Title => new PaneEvent.TitleChanged(pane, sequence, at, wire.Text()),
            Kind.Bell => new PaneEvent.Bell(pane, sequence, at),
            Kind.Notification => new PaneEvent.Notification(pane, sequence, at, wire.Text(), wire.Text()),
            Kind.Clipboard => new PaneEvent.ClipboardWrite(pane, sequence, at, wire.Text(), wire.Text()),
            Kind.Progress => new PaneEvent.Progress(pane, sequence, at, (ProgressState)wire.Choice((int)ProgressState.Paused), wire.Int32()),
            Kind.Status => new PaneEvent.Status(pane, sequence, at, ReadStatus(ref wire)),
            Kind.Prompt => new PaneEvent.Prompt(pane, sequence, at, (PromptMark)wire.Choice((int)PromptMark.CommandFinished), wire.OptionalInt32()),
            Kind.Activity => new PaneEvent.Activity(pane, sequence, at, wire.Bool()),
            _ => null,
        };
    }

    private static Kind KindOf(PaneEvent happened) => happened switch
    {
        PaneEvent.Started => Kind.Started,
        PaneEvent.Exited => Kind.Exited,
        PaneEvent.Failed => Kind.Failed,
        PaneEvent.Removed => Kind.Removed,
        PaneEvent.TitleChanged => Kind.Title,
        PaneEvent.Bell => Kind.Bell,
        PaneEvent.Notification => Kind.Notification,
        PaneEvent.ClipboardWrite => Kind.Clipboard,
        PaneEvent.Progress => Kind.Progress,
        PaneEvent.Status => Kind.Status,
        PaneEvent.Prompt => Kind.Prompt,
        _ => Kind.Activity,
    };

    private static void WriteStatus(WireWriter wire, ProgramStatus status)
    {
        wire.Text(status.State);
        wire.OptionalText(status.Kind);
        wire.OptionalText(status.App);
        wire.OptionalText(status.Id);
        wire.OptionalText(status.Title);
        wire.OptionalText(status.Message);
        wire.OptionalInt32(status.Progress);
    }

    private static ProgramStatus ReadStatus(ref WireReader wire) => new(
        wire.Text(),
        wire.OptionalText(),
        wire.OptionalText(),
        wire.OptionalText(),
        wire.OptionalText(),
        wire.OptionalText(),
        wire.OptionalInt32());
}
