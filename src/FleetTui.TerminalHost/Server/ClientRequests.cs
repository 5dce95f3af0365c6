using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Panes;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Screens;
using FleetTui.TerminalHost.Upgrading;

namespace FleetTui.TerminalHost.Server;

/// <summary>
/// Does what one client asks and answers it: <see cref="MessageKind.Done"/> with what it asked for, or <see cref="MessageKind.Refused"/> with a sentence.
/// Called by one thread at a time, except <see cref="PublishAll"/> and <see cref="End"/>.
/// </summary>
internal sealed class ClientRequests(HostServer server, ClientConnection client)
{
    private readonly WireWriter _answer = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<uint, (Pane Pane, Watch Watch)> _watches = [];
    private readonly Dictionary<uint, (EventSubscription Sink, IReadOnlyDictionary<string, long> Heard)> _subscriptions = [];
    private readonly HashSet<Pane> _sized = [];
    private bool _disposed;

    private PaneTable Panes => server.Panes;

    /// <exception cref="FormatException">It is not a message of this protocol.</exception>
    public void Handle(ReadOnlySpan<byte> body)
    {
        var wire = new WireReader(body);
        var kind = (MessageKind)wire.Byte();
        var id = wire.UInt32();
        _answer.Clear();
        var start = _answer.Begin(MessageKind.Done, id);
        bool answered, refused = false;
        try
        {
            answered = client.ControlsOnly ? DoControl(kind, id, ref wire) : Do(kind, id, ref wire);
        }
        catch (TerminalHostException refusal)
        {
            _answer.Clear();
            start = _answer.Begin(MessageKind.Refused, id);
            _answer.Text(refusal.Message);
            answered = refused = true;
        }

        client.Handled(id);
        if (!answered) return;
        _answer.End(start);
        if (kind == MessageKind.Key && !refused) client.SendSoon(_answer);
        else client.Send(_answer);
        if (kind == MessageKind.Watch) BeginWatch(id);
        if (kind == MessageKind.Subscribe) BeginSubscription(id);
        if (kind == MessageKind.Shutdown) server.RequestShutdown();
    }

    /// <summary>Sends what is dirty and due of every watched screen.</summary>
    public void PublishAll(long now)
    {
        Pane[] panes;
        lock (_gate) panes = [.. _watches.Values.Select(watched => watched.Pane)];
        foreach (var pane in panes) pane.Publish(now);
    }

    /// <summary>Sends the events that waited.</summary>
    public void TellEvents()
    {
        EventSubscription[] subscriptions;
        lock (_gate) subscriptions = [.. _subscriptions.Values.Select(subscribed => subscribed.Sink)];
        foreach (var subscription in subscriptions) subscription.GoOn();
    }

    public void End()
    {
        (Pane Pane, Watch Watch)[] watches;
        EventSubscription[] subscriptions;
        Pane[] sized;
        lock (_gate)
        {
            _disposed = true;
            sized = [.. _sized];
            _sized.Clear();
            watches = [.. _watches.Values];
            subscriptions = [.. _subscriptions.Values.Select(subscribed => subscribed.Sink)];
            _watches.Clear();
            _subscriptions.Clear();
        }

        foreach (var (pane, watch) in watches) pane.Remove(watch);
        foreach (var subscription in subscriptions) Panes.Remove(subscription);
        foreach (var pane in sized) pane.Leave(client);
    }

    /// <summary>False when the answer comes later.</summary>
    private bool Do(MessageKind kind, uint id, ref WireReader wire)
    {
        switch (kind)
        {
            case MessageKind.Start:
                var start = PaneCodec.ReadStart(ref wire);
                Check(start);
                PaneCodec.Write(_answer, Panes.GetOrAdd(start.Pane).Start(start));
                return true;
            case MessageKind.Stop:
                Named(ref wire).Stop(TimeSpan.FromMilliseconds(Math.Max(0, wire.Int32())), () => AnswerLater(id));
                return false;
            case MessageKind.Remove:
                Named(ref wire).Remove();
                return true;
            case MessageKind.List:
                List();
                return true;
            case MessageKind.Write:
                Named(ref wire).Write(wire.Bytes(), client);
                return true;
            case MessageKind.Key:
                Named(ref wire).Key(InputCodec.ReadKey(ref wire), client);
                return true;
            case MessageKind.Mouse:
                _answer.Bool(Named(ref wire).Mouse(InputCodec.ReadMouse(ref wire), client));
                return true;
            case MessageKind.Paste:
                Named(ref wire).Paste(wire.Text(), client);
                return true;
            case MessageKind.Focus:
                Named(ref wire).Focus(wire.Bool(), client);
                return true;
            case MessageKind.Resize:
                Resize(Named(ref wire), ref wire);
                return true;
            case MessageKind.Capture:
                Named(ref wire).Capture(wire.Int32(), _answer);
                return true;
            case MessageKind.Lines:
                Named(ref wire).Lines(wire.Int64(), wire.Int32(), _answer);
                return true;
            case MessageKind.Watch:
                AddWatch(id, wire.Text(HostLimits.PaneNameBytes));
                return true;
            case MessageKind.Unwatch:
                RemoveWatch(wire.UInt32());
                return true;
            case MessageKind.Subscribe:
                AddSubscription(id, ref wire);
                return true;
            case MessageKind.Unsubscribe:
                RemoveSubscription(wire.UInt32());
                return true;
            case MessageKind.Shutdown:
                return true;
            case MessageKind.Hello:
                _answer.UInt32(client.Begin((ulong)wire.Int64()));
                server.Identity.Write(_answer);
                return true;
            default:
                throw new TerminalHostException("The running terminal host does not know this request: bring it to this fleet with 'fleet host upgrade'.");
        }
    }

    /// <summary>What every version of the host answers.</summary>
    private bool DoControl(MessageKind kind, uint id, ref WireReader wire)
    {
        switch (kind)
        {
            case MessageKind.Identify:
                server.Identity.Write(_answer);
                return true;
            case MessageKind.Upgrade:
                if (!server.TryUpgrade(new PendingUpgrade(UpgradeRequest.Read(ref wire), reason => RefuseLater(id, reason))))
                    throw new TerminalHostException("The terminal host is being upgraded already.");
                return false;
            default:
                throw new FormatException($"{kind} is no request that all versions know");
        }
    }

    private static void Check(PaneStart start)
    {
        if (start.Command.Count == 0 || start.Command[0].Length == 0) throw new TerminalHostException($"Pane {start.Pane} has no command to run.");
        if (start.Command.Any(HasNul) || HasNul(start.WorkingDirectory) || start.Environment.Any(pair => HasNul(pair.Key) || HasNul(pair.Value) || pair.Key.Contains('=', StringComparison.Ordinal)))
            throw new TerminalHostException($"The command, directory or environment of pane {start.Pane} holds a NUL, or a variable's name an equals sign.");
    }

    private static bool HasNul(string text) => text.Contains('\0', StringComparison.Ordinal);

    private Pane Named(ref WireReader wire) => Panes.Get(wire.Text(HostLimits.PaneNameBytes));

    private void List()
    {
        var infos = Panes.Infos();
        _answer.Int32(infos.Count);
        foreach (var info in infos) PaneCodec.Write(_answer, info);
    }

    /// <summary>A client of protocol 2.0 says no more than the size, and takes it.</summary>
    private void Resize(Pane pane, ref WireReader wire)
    {
        int columns = wire.Int32(), rows = wire.Int32();
        var take = wire.Rest.IsEmpty || wire.Bool();
        lock (_gate)
        {
            if (_disposed) return;
            _sized.Add(pane);
        }

        pane.Resize(columns, rows, take, client);
    }

    private void AddWatch(uint id, string name)
    {
        var pane = Panes.GetOrAdd(name);
        lock (_gate)
        {
            if (_disposed) return;
            if (_watches.Count >= HostLimits.WatchesPerClient) throw new TerminalHostException($"This client watches {HostLimits.WatchesPerClient} panes already.");
            if (!_watches.TryAdd(id, (pane, new Watch(client, id)))) throw new FormatException("a watch's id is used twice");
        }
    }

    /// <summary>After the answer: the first screen follows it.</summary>
    private void BeginWatch(uint id)
    {
        (Pane Pane, Watch Watch) watched;
        lock (_gate)
        {
            if (!_watches.TryGetValue(id, out watched)) return;
        }

        watched.Pane.Add(watched.Watch);
    }

    private void RemoveWatch(uint id)
    {
        (Pane Pane, Watch Watch) watched;
        lock (_gate)
        {
            if (!_watches.Remove(id, out watched)) return;
        }

        watched.Pane.Remove(watched.Watch);
    }

    /// <summary>With the number of the last event of each pane that the client has heard, if it comes back.</summary>
    private void AddSubscription(uint id, ref WireReader wire)
    {
        var heard = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var left = wire.Count(HostLimits.ListItems); left > 0; left--)
        {
            var pane = wire.Text(HostLimits.PaneNameBytes);
            heard[pane] = wire.Int64();
        }

        lock (_gate)
        {
            if (_disposed) return;
            if (_subscriptions.Count >= HostLimits.SubscriptionsPerClient) throw new TerminalHostException("This client has too many subscriptions already.");
            if (!_subscriptions.TryAdd(id, (new EventSubscription(client, id), heard))) throw new FormatException("a subscription's id is used twice");
        }
    }

    /// <summary>After the answer: the last known states follow it.</summary>
    private void BeginSubscription(uint id)
    {
        (EventSubscription Sink, IReadOnlyDictionary<string, long> Heard) subscribed;
        lock (_gate)
        {
            if (!_subscriptions.TryGetValue(id, out subscribed)) return;
        }

        Panes.Add(subscribed.Sink, subscribed.Heard);
    }

    private void RemoveSubscription(uint id)
    {
        (EventSubscription Sink, IReadOnlyDictionary<string, long> Heard) subscribed;
        lock (_gate)
        {
            if (!_subscriptions.Remove(id, out subscribed)) return;
        }

        Panes.Remove(subscribed.Sink);
    }

    private void AnswerLater(uint id)
    {
        var wire = new WireWriter();
        client.Send(wire.End(wire.Begin(MessageKind.Done, id)));
    }

    private void RefuseLater(uint id, string reason)
    {
        var wire = new WireWriter();
        var start = wire.Begin(MessageKind.Refused, id);
        wire.Text(reason);
        client.Send(wire.End(start));
    }
}
