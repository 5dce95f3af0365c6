using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Panes;

/// <summary>Someone who wants to hear what panes do. Called under a pane's gate: must not block nor take one.</summary>
internal interface IEventSink
{
    void Happened(PaneEvent happened);
}
