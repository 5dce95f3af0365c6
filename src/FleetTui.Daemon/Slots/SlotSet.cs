using System.Collections.Concurrent;
using FleetTui.Configuration;
using FleetTui.Daemon.Hosting;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Daemon.Slots;

/// <summary>Every slot's supervisor, in the order of roles.toml. Passes on what the host tells.</summary>
internal sealed class SlotSet(SlotSurroundings around) : IHostListener, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, SlotSupervisor> supervisors = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private IReadOnlyList<string> order = [];
    private ITerminalHost? host;

    /// <summary>Raised for every event of a slot's pane, on the host's reading thread: return at once.</summary>
    public event Action<SlotDefinition, PaneEvent>? Happened;

    public IReadOnlyList<SlotSupervisor> All
    {
        get
        {
            lock (gate)
            {
                return [.. order.Select(id => supervisors[id])];
            }
        }
    }

    public SlotSupervisor? Find(string id) => supervisors.GetValueOrDefault(id);

    /// <summary>Takes over the slots of a configuration. One that is no longer there is forgotten, unless its agent runs: that goes on, and stays listed, until it is stopped.</summary>
    public async Task ApplyAsync(FleetConfiguration configuration)
    {
        var gone = new List<SlotSupervisor>();
        lock (gate)
        {
            var ids = configuration.Slots.Select(slot => slot.Id).ToList();
            foreach (var slot in configuration.Slots)
            {
                if (supervisors.TryGetValue(slot.Id, out var known))
                {
                    known.Tell(new SlotMessage.ConfigurationChanged());
                }
                else
                {
                    var added = supervisors[slot.Id] = new SlotSupervisor(slot, around);
                    if (host is not null)
                    {
                        added.Tell(new SlotMessage.HostFound(host, null));
                    }
                }
            }

            foreach (var id in order.Except(ids, StringComparer.Ordinal))
            {
                var known = supervisors[id];
                if (known.Snapshot.Pid is null)
                {
                    gone.Add(known);
                    supervisors.TryRemove(id, out _);
                }
                else
                {
                    ids.Add(id);
                    around.Log.Append("slot.orphaned", id, $"Slot {id} is no longer in roles.toml; its agent goes on until: fleet down {id}.");
                }
            }

            order = ids;
        }

        foreach (var supervisor in gone)
        {
            await supervisor.DisposeAsync();
        }

        around.Changed();
    }

    void IHostListener.HostFound(ITerminalHost found, IReadOnlyList<PaneInfo> panes)
    {
        lock (gate)
        {
            host = found;
            foreach (var (id, supervisor) in supervisors)
            {
                supervisor.Tell(new SlotMessage.HostFound(found, panes.FirstOrDefault(pane => pane.Pane == id)));
            }
        }
    }

    void IHostListener.Happened(PaneEvent happened)
    {
        if (supervisors.TryGetValue(happened.Pane, out var supervisor))
        {
            supervisor.Tell(new SlotMessage.Happened(happened));
            Happened?.Invoke(supervisor.Snapshot.Slot, happened);
        }
    }

    void IHostListener.HostLost()
    {
        lock (gate)
        {
            host = null;
            foreach (var supervisor in supervisors.Values)
            {
                supervisor.Tell(new SlotMessage.HostLost());
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var supervisor in supervisors.Values)
        {
            await supervisor.DisposeAsync();
        }
    }
}
