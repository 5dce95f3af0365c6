using System.Text;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Upgrading;

namespace FleetTui.TerminalHost.Panes;

/// <summary>
/// All panes by name, and who hears of them. A pane that is watched before it is started is here already, without a screen.
/// Its gate is taken before a pane's, never after.
/// </summary>
internal sealed class PaneTable(HostServices host)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Pane> _panes = new(StringComparer.Ordinal);
    private readonly List<IEventSink> _sinks = [];

    /// <exception cref="TerminalHostException">It does not exist.</exception>
    public Pane Get(string name)
    {
        lock (_gate) return _panes.TryGetValue(name, out var pane) ? pane : throw new TerminalHostException($"There is no pane {name}.");
    }

    /// <exception cref="TerminalHostException">The name is no name, or there are too many.</exception>
    public Pane GetOrAdd(string name)
    {
        lock (_gate)
        {
            if (_panes.TryGetValue(name, out var pane)) return pane;
            if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) > HostLimits.PaneNameBytes || name.Any(char.IsControl))
                throw new TerminalHostException("A pane needs a name without control characters.");
            if (_panes.Count >= HostLimits.Panes)
            {
                foreach (var forgettable in _panes.Values.Where(known => known.IsForgettable).ToList()) _panes.Remove(forgettable.Name);
                if (_panes.Count >= HostLimits.Panes) throw new TerminalHostException($"There are {HostLimits.Panes} panes already: remove one first.");
            }

            pane = new Pane(host, name);
            _panes[name] = pane;
            foreach (var sink in _sinks) pane.Add(sink);
            return pane;
        }
    }

    /// <summary>Of all that were started, by name.</summary>
    public IReadOnlyList<PaneInfo> Infos()
    {
        var infos = new List<PaneInfo>();
        foreach (var pane in All())
        {
            lock (pane.Gate)
            {
                if (pane.Info is { } info) infos.Add(info);
            }
        }

        infos.Sort((left, right) => string.CompareOrdinal(left.Pane, right.Pane));
        return infos;
    }

    public IReadOnlyList<Pane> All()
    {
        lock (_gate) return [.. _panes.Values];
    }

    /// <summary>Tells it the last known states, then everything that happens. Of panes in <paramref name="heard"/> it knows what happened up to that number.</summary>
    public void Add(IEventSink sink, IReadOnlyDictionary<string, long> heard)
    {
        lock (_gate)
        {
            _sinks.Add(sink);
            foreach (var pane in _panes.Values)
            {
                if (heard.TryGetValue(pane.Name, out var last)) pane.Add(sink, last);
                else pane.Add(sink);
            }
        }
    }

    /// <summary>A pane of the program before.</summary>
    public void Restore(PaneHandOver before)
    {
        var pane = new Pane(host, before.Name);
        lock (_gate) _panes[before.Name] = pane;
        pane.Restore(before);
    }

    public void Remove(IEventSink sink)
    {
        lock (_gate)
        {
            _sinks.Remove(sink);
            foreach (var pane in _panes.Values) pane.Remove(sink);
        }
    }
}
