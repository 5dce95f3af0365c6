using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Screens;

/// <summary>A client as the screens it watches see it. Called under a pane's gate: must not block nor take one.</summary>
internal interface IScreenSink
{
    /// <summary>False while earlier bytes wait for the client to read; it asks for the newest state when it has.</summary>
    bool CanTake { get; }

    void Send(WireWriter message);

    /// <summary>Have this client's screens published at this time (a timestamp) at the latest.</summary>
    void PublishAt(long when);
}
