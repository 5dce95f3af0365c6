namespace FleetTui.TerminalHost.Readiness;

/// <summary>
/// A descriptor in one of the pump's two epoll sets, the usual or the urgent. It is armed for one event at a time, so one thread at a time owns it; wishes that come
/// from other threads meanwhile are merged in when its turn ends.
/// </summary>
internal sealed class Registration(int usual, int urgent, int descriptor, ulong key, IReadyHandler handler)
{
    private const int Nowhere = -1;
    private readonly Lock _gate = new();
    private bool _isUrgent;
    private int _place = Nowhere;
    private uint _wanted;
    private uint _missed;
    private bool _busy;
    private bool _closed;

    public ulong Key => key;

    private int Wish => _isUrgent ? urgent : usual;

    /// <summary>Also wait for these events.</summary>
    public void Want(uint events)
    {
        lock (_gate)
        {
            _wanted |= events;
            if (!_busy) Arm();
        }
    }

    /// <summary>From now on it jumps the queue, or does no more.</summary>
    public void SetUrgent(bool isUrgent)
    {
        lock (_gate)
        {
            _isUrgent = isUrgent;
            if (!_busy && _place != Wish) Arm();
        }
    }

    /// <summary>Out of the set. The descriptor may be closed afterwards; a turn that runs now ends by itself.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (!_closed) Leave();
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
        if (_place != Wish) Leave();
        _ = EpollLibc.Control(Wish, _place == Nowhere ? EpollLibc.CtlAdd : EpollLibc.CtlModify, descriptor, _wanted | EpollLibc.OneShot, key);
        _place = Wish;
    }

    private void Leave()
    {
        if (_place != Nowhere) _ = EpollLibc.Control(_place, EpollLibc.CtlDelete, descriptor, 0, key);
        _place = Nowhere;
    }
}
