using System.Diagnostics.CodeAnalysis;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Protocol;

/// <summary>
/// Events that wait for someone slower than they come. It holds the newest title, progress, status, bell and activity of a pane and its last
/// <see cref="KeptOfEachKind"/> of the others, so it cannot grow with what a program prints. Not thread-safe.
/// </summary>
internal sealed class EventBacklog
{
    internal const int KeptOfEachKind = 64;
    private readonly LinkedList<PaneEvent> _events = new();
    private readonly Dictionary<(string Pane, Type Kind), Queue<LinkedListNode<PaneEvent>>> _byKind = [];

    public int Count => _events.Count;

    /// <summary>In order.</summary>
    public IEnumerable<PaneEvent> All => _events;

    public void Add(PaneEvent happened)
    {
        var key = (happened.Pane, happened.GetType());
        if (!_byKind.TryGetValue(key, out var same)) _byKind[key] = same = new Queue<LinkedListNode<PaneEvent>>();
        while (same.Count >= Kept(happened)) _events.Remove(same.Dequeue());
        same.Enqueue(_events.AddLast(happened));
    }

    /// <summary>The oldest.</summary>
    public bool TryTake([NotNullWhen(true)] out PaneEvent? happened)
    {
        happened = _events.First?.Value;
        if (happened is null) return false;
        _events.RemoveFirst();
        var key = (happened.Pane, happened.GetType());
        if (_byKind[key].Count == 1) _byKind.Remove(key);
        else _byKind[key].Dequeue();
        return true;
    }

    /// <summary>Everything in order; the backlog is empty afterwards.</summary>
    public IReadOnlyList<PaneEvent> TakeAll()
    {
        if (_events.Count == 0) return [];
        PaneEvent[] all = [.. _events];
        _events.Clear();
        _byKind.Clear();
        return all;
    }

    private static int Kept(PaneEvent happened) => happened switch
    {
        PaneEvent.TitleChanged or PaneEvent.Bell or PaneEvent.Progress or PaneEvent.Activity => 1,
        PaneEvent.Status { Report.Id: null } => 1,
        _ => KeptOfEachKind,
    };
}
