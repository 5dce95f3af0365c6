namespace FleetTui.TerminalHost.Readiness;

/// <summary>
/// A descriptor in the pump's epoll set. It is armed for one event at a time, so one thread at a time owns it; wishes that come
/// from other threads meanwhile are merged in when its turn ends.
/// </summary>
internal sealed class Registration(int epoll, int descriptor, ulong key, IReadyHandler handler)
{
    private readonly Lock _gate = new();
    private uint _wanted;
    private uint _missed;
    private bool _busy;
    private bool _added;
    private bool _closed;

    public ulong Key => key;

    /// <summary>Also wait for these events.</summary>
    public void Want(uint events)
    {
        lock (_gate)
        {
            _wanted |= events;
            if (!_busy) Arm();
        }
    }

    /// <summary>Out of the set. The descriptor may be closed afterwards; a turn that runs now ends by itself.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (_added && !_closed) _ = EpollLibc.Control(epoll, EpollLibc.CtlDelete, descriptor, 0, key);
            _closed = true;
        }
    }

    internal void Dispatch(uint events)
    {
        lock (_gate)
        {
            if (_closed) return;
            if (_busy)
            {
                _missed |= events;
                return;
            }

            _busy = true;
            _wanted &= ~events;
        }

        while (true)
        {
            uint next = 0;
            try
            {
                next = handler.Ready(events);
            }
            catch (Exception bug)
            {
                handler.Broken(bug);
            }

            lock (_gate)
            {
                _wanted |= next;
                events = _missed;
                _missed = 0;
                if (events != 0 && !_closed) continue;
                _busy = false;
                Arm();
                return;
            }
        }
    }

    private void Arm()
    {
        if (_closed || _wanted == 0) return;
        _ = EpollLibc.Control(epoll, _added ? EpollLibc.CtlModify : EpollLibc.CtlAdd, descriptor, _wanted | EpollLibc.OneShot, key);
        _added = true;
    }
}
