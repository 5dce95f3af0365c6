namespace FleetTui.TerminalHost.Server;

/// <summary>
/// The clients of the host's earlier programs, each by the number it gave itself, and the last of its requests that was handled: who comes back asks again only what came after.
/// Bounded; those that never come back are forgotten first.
/// </summary>
internal sealed class SessionBook
{
    internal const int Most = 1024;
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<ulong, uint> _last = [];

    public SessionBook(IReadOnlyDictionary<ulong, uint>? before = null)
    {
        foreach (var (session, last) in before ?? new Dictionary<ulong, uint>()) Keep(session, last);
    }

    public void Keep(ulong session, uint last)
    {
        lock (_gate)
        {
            _last.Remove(session);
            _last[session] = last;
            if (_last.Count > Most) _last.RemoveAt(0);
        }
    }

    public uint Take(ulong session)
    {
        lock (_gate) return _last.Remove(session, out var last) ? last : 0;
    }

    public IReadOnlyDictionary<ulong, uint> All()
    {
        lock (_gate) return _last.ToDictionary();
    }
}
