using System.Threading.Channels;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>Events between the reading thread and one consumer, who may be slow: what waits is an <see cref="EventBacklog"/>, so it is bounded.</summary>
internal sealed class EventFeed : IUpdateReader
{
    private readonly Lock _gate = new();
    private readonly EventBacklog _waiting = new();
    private readonly Channel<bool> _some = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, long> _heard = new(StringComparer.Ordinal);
    private IOException? _lost;

    /// <summary>With the last event of each pane that was heard: those are not told again.</summary>
    public void WriteRequest(WireWriter wire)
    {
        lock (_gate)
        {
            wire.Int32(_heard.Count);
            foreach (var (pane, sequence) in _heard)
            {
                wire.Text(pane);
                wire.Int64(sequence);
            }
        }
    }

    public void Read(ref WireReader wire)
    {
        if (PaneEventCodec.Read(ref wire) is not { } happened) return;
        lock (_gate)
        {
            _heard[happened.Pane] = happened.Sequence;
            _waiting.Add(happened);
            Wake();
        }
    }

    public void Lost(IOException gone)
    {
        lock (_gate)
        {
            _lost = gone;
            Wake();
        }
    }

    /// <exception cref="IOException">The host is gone and everything it told was taken.</exception>
    public async Task<IReadOnlyList<PaneEvent>> TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await _some.Reader.ReadAsync(cancellation);
            lock (_gate)
            {
                if (_waiting.Count > 0)
                {
                    if (_lost is not null) Wake();
                    return _waiting.TakeAll();
                }

                if (_lost is not null) throw _lost;
            }
        }
    }

    private void Wake() => _some.Writer.TryWrite(true);
}
