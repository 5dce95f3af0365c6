using FleetTui.Api.Status;
using FleetTui.Console.Alerting;
using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Model;
using FleetTui.Console.Scrolling;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Loop;

/// <summary>What the daemon and the host tell: slots, states, the lane, lost and new connections.</summary>
internal sealed class FleetNews
{
    private string _title = "";
    private bool _placed;
    private int _needs;
    private IReadOnlyList<PaneInfo> _panes = [];
    private readonly Attention _attention = new();

    /// <summary>When <see cref="Tell"/> is wanted.</summary>
    public DateTimeOffset? AlertDue => _attention.Due;

    public void Tell(CommandContext context) => context.Effects.AddRange(_attention.Tell(context.Model));

    public void Take(ConsoleMessage message, CommandContext context)
    {
        var model = context.Model;
        // An event of a pane changes nothing here by itself: what it means for the slot comes from the daemon.
        model.Dirty |= message is not ConsoleMessage.PaneHappened;
        switch (message)
        {
            case ConsoleMessage.Fleet { Update: var update }:
                model.Daemon = LinkState.Up;
                if (update.Status is { } status)
                {
                    Status(status, context);
                }

                if (update.Entry is { } entry)
                {
                    model.AddLog(entry);
                    model.LogWindow?.Add(entry);
                    if (entry.Kind == "configuration.changed" && model.Options.Reread is not null)
                    {
                        context.Ask(new Effect.ReadSettings());
                    }
                }

                model.Board?.Heard(update, context);
                break;
            case ConsoleMessage.BoardFailed failed:
                failed.Board.Failed(failed.Reason);
                break;
            case ConsoleMessage.DaemonLink link:
                (model.Daemon, model.DaemonReason) = (link.State, link.Reason);
                Unmanaged(context);
                StoppedWithTheFleet(model);
                break;
            case ConsoleMessage.HostLink link:
                (model.Host, model.HostReason) = (link.State, link.Reason);
                StoppedWithTheFleet(model);
                break;
            case ConsoleMessage.HostPanes panes:
                _panes = [.. panes.All.Where(pane => !Panels.Popups.Popup.Is(pane.Pane))];
                Unmanaged(context);
                break;
            case ConsoleMessage.Watched watched when Panels.Popups.Popup.Is(watched.Pane):
                if (model.Panel is Panels.Popups.PanePanel popup && popup.Pane == watched.Pane)
                {
                    popup.View = watched.View;
                }

                break;
            case ConsoleMessage.Watched watched when model.SlotOf(watched.Pane) is { } slot:
                slot.View = watched.View;
                slot.OfferedSize = default;
                PaneSizes.Due(model);
                Reading.Resume(slot, context);
                break;
            case ConsoleMessage.PaneHappened pane:
                Event(pane.Event, context);
                break;
            case ConsoleMessage.Roles roles:
                model.Roles = roles.All;
                (model.Panel as Panels.RolesPanel)?.Loaded(context);
                break;
            case ConsoleMessage.Assigned assigned:
                Assigned(assigned, model);
                break;
            case ConsoleMessage.Preview preview:
                model.Preview = preview.Result;
                break;
            case ConsoleMessage.MigrationDay migrations:
                migrations.Board.Take(migrations.Day, model);
                break;
            case ConsoleMessage.Coverage coverage:
                coverage.Board.Take(coverage.Holders, coverage.Read, model);
                break;
            case ConsoleMessage.Evidence evidence:
                model.Evidence = evidence.Slot;
                break;
            case ConsoleMessage.Transcript transcript:
                Scrolling.Transcripts.TranscriptReading.Take(transcript, context);
                break;
            case ConsoleMessage.Diff diff:
                diff.Board.Take(diff.Read, diff.Path, model);
                break;
            case ConsoleMessage.LogPage page:
                page.Window.Take(page.Entries);
                (model.Board as Boards.Log.LogBoard)?.Came();
                break;
            case ConsoleMessage.LogLoaded log:
                foreach (var item in log.Entries)
                {
                    model.AddLog(item);
                }

                break;
        }
    }

    private static void Assigned(ConsoleMessage.Assigned assigned, ConsoleModel model)
    {
        var result = assigned.Result;
        if (assigned.Undone)
        {
            model.Say(result.Message);
            return;
        }

        // Who had no role gives the holder's back by the holder's taking it.
        var (slot, role) = result is { From: "", Holder: { } holder } ? (holder, result.To) : (result.Slot, result.From);
        Undoing.Remember(model, $"{result.Slot} {(result.To.Length > 0 ? $"as {result.To}" : "without a role")}", back =>
            FleetCommands.Assign(back, slot, role, assigned.Swapped, "taken back in the console", undo: true));
        model.Say($"{result.Message}   ({model.Keys.Spell("undo")} takes it back)");
    }

    private void Status(FleetStatus status, CommandContext context)
    {
        var model = context.Model;
        ConfigurationNews.Heard(model, model.Fleet, status.Fleet);
        (model.Fleet, model.Lane) = (status.Fleet, status.Lane);
        Roster(context, status.Slots, first: !_placed);
        if (!_placed)
        {
            // A view that was open when this user left: now there is somebody to ask.
            model.Board?.Opened(context);
        }

        _attention.Look(model, first: !_placed);
        _placed = true;
        var waiting = model.Slots.Count(slot => slot.Status.Attention);
        var title = $"fleet {status.Fleet.Name}{(waiting > 0 ? $" !{waiting}" : "")}";
        if (title != _title)
        {
            _title = title;
            context.Ask(new Effect.Title(title));
        }
    }

    /// <summary>Without a daemon the panes are all that is known: they are shown, and can be typed into.</summary>
    private void Unmanaged(CommandContext context)
    {
        var model = context.Model;
        if (model is { Fleet: null, Daemon: LinkState.Gone } && _panes.Count > 0)
        {
            Roster(context, [.. _panes.Select((pane, index) => Unmanaged(pane, index + 1))], first: true);
        }
        else if (model is { Fleet: null, Daemon: LinkState.Connecting, Slots.Count: 0 })
        {
            // The panes are painted as they were left, while the daemon is still asked what they are.
            var known = model.KeptSlots.Select(id => _panes.FirstOrDefault(pane => pane.Pane == id)).OfType<PaneInfo>();
            Roster(context, [.. known.Select((pane, index) => Unmanaged(pane, index + 1))], first: true);
        }
    }

    /// <summary>Daemon and host were ended on purpose, and so was every slot: no daemon is left to say it.</summary>
    private static void StoppedWithTheFleet(ConsoleModel model)
    {
        if (!model.Ended)
        {
            return;
        }

        foreach (var slot in model.Slots.Where(slot => slot.Status.State != "stopped"))
        {
            slot.Status = slot.Status with
            {
                State = "stopped", Detail = "", Since = model.Now, Attention = false, Pid = null, Landing = slot.Status.Landing == "held" ? "held" : "none",
            };
        }
    }

    /// <param name="first">The focus goes where this user left it.</param>
    private void Roster(CommandContext context, IReadOnlyList<SlotStatus> all, bool first)
    {
        var model = context.Model;
        var focused = first ? model.WantedFocus ?? all.FirstOrDefault()?.Id : model.Focused?.Id;
        if (model.Coming is { } coming && all.Any(slot => slot.Id == coming))
        {
            (focused, model.Coming, model.EmptyFocus) = (coming, null, null);
        }

        var known = model.Slots.ToDictionary(slot => slot.Id, StringComparer.Ordinal);
        var same = all.Count == model.Slots.Count && all.Select(slot => slot.Id).SequenceEqual(model.Slots.Select(slot => slot.Id), StringComparer.Ordinal);
        model.Slots.Clear();
        foreach (var status in all)
        {
            if (known.TryGetValue(status.Id, out var slot))
            {
                var changed = slot.Status != status;
                slot.Status = status;
                if (changed)
                {
                    Scrolling.Transcripts.TranscriptReading.Heard(slot, context);
                }
            }
            else
            {
                slot = new SlotModel(status) { Pinned = model.WantedPinned.Contains(status.Id), Observed = model.WantedObserved.Contains(status.Id), Pan = model.WantedPan.TryGetValue(status.Id, out var pan) ? pan : null };
                context.Ask(new Effect.Watch(status.Id));
            }

            model.Slots.Add(slot);
        }

        var needs = Arrangement.Needs(model);
        if (same && !first && needs != _needs)
        {
            // Whose turn it is decides who is live beside the rail, and the order by attention.
            model.Arrange();
            PaneSizes.Due(model);
        }

        _needs = needs;
        if (!same || first)
        {
            var at = model.Slots.FindIndex(slot => slot.Id == focused);
            model.Focus = at >= 0 ? at : model.Focus;
            model.Arrange();
            PaneSizes.Due(model);
        }
    }

    private static void Event(PaneEvent item, CommandContext context)
    {
        var model = context.Model;
        switch (item)
        {
            case PaneEvent.ClipboardWrite write when write.Text.Length > 0 && !model.Options.Clipboard:
                model.Say($"{write.Pane} wanted to set the clipboard; terminal.clipboard in fleet.toml does not allow it");
                break;
            case PaneEvent.ClipboardWrite write when write.Text.Length > 0:
                Scrolling.Clipboards.Send(write.Text, $"characters of {write.Pane}", context);
                break;
            case PaneEvent.Exited exited when Panels.Popups.Popup.Is(exited.Pane):
                Panels.Popups.Popup.Ended(context, exited.Pane, null);
                break;
            case PaneEvent.Failed failed when Panels.Popups.Popup.Is(failed.Pane):
                Panels.Popups.Popup.Ended(context, failed.Pane, failed.Reason);
                break;
            case PaneEvent.Started started when model.SlotOf(started.Pane) is { } slot:
                slot.OfferedSize = default;
                PaneSizes.Due(model);
                break;
        }
    }

    /// <summary>A pane that is known only from the host, while no daemon has told of the fleet yet.</summary>
    private static SlotStatus Unmanaged(PaneInfo pane, int number) => new(
        number, pane.Pane, pane.Pane, "", "", "", "", pane.Life == PaneLife.Running ? "unknown" : "stopped", "", pane.StartedAt, "host",
        pane.WorkingDirectory ?? "", "", 0, 0, 0, "none", "", false, pane.ProcessId);
}
