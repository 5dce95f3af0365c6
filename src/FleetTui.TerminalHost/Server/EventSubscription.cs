using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Panes;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Server;

/// <summary>One client's wish to hear what all panes do; while the client does not read, events wait in a bounded backlog.</summary>
internal sealed class EventSubscription(ClientConnection client, uint id) : IEventSink
{
    private readonly Lock _gate = new();
    private readonly EventBacklog _waiting = new();
    private readonly WireWriter _wire = new();

    public void Happened(PaneEvent happened)
    {
        lock (_gate)
        {
            _waiting.Add(happened);
            SendWaiting();
        }
    }

    /// <summary>The client reads again.</summary>
    public void GoOn()
    {
        lock (_gate) SendWaiting();
    }

    private void SendWaiting()
    {
        while (client.CanTake && _waiting.TryTake(out var happened))
        {
            var start = _wire.Clear().Begin(MessageKind.Event, id);
            PaneEventCodec.Write(_wire, happened);
            client.Send(_wire.End(start));
        }
    }
}
