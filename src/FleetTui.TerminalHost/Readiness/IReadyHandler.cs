namespace FleetTui.TerminalHost.Readiness;

/// <summary>What to do when a descriptor is ready. Never called twice at once for one registration; must not block.</summary>
internal interface IReadyHandler
{
    /// <summary>Handles what is ready (bits of epoll_ctl(2)) and tells what to wait for next; 0 waits for nothing until <see cref="Registration.Want"/>.</summary>
    uint Ready(uint events);

    /// <summary>The handler threw, which is a bug: give up what it serves.</summary>
    void Broken(Exception bug);
}
