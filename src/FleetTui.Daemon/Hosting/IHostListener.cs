using FleetTui.TerminalHost.Client;

namespace FleetTui.Daemon.Hosting;

/// <summary>Told, in order and from one thread at a time, what becomes of the terminal host. Returns at once.</summary>
internal interface IHostListener
{
    void HostFound(ITerminalHost host, IReadOnlyList<PaneInfo> panes);

    void Happened(PaneEvent happened);

    void HostLost();
}
