using System.Threading.Channels;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>Events between the reading thread and one consumer, who may be slow: what waits is an <see cref="EventBacklog"/>, so it is bounded.</summary>
internal sealed class EventFeed : IUpdateReader
{
    private readonly Lock _gate = new();
    private readonly EventBacklog _waiting = new();
    private readonly Channel<bool> _some = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private IOException? _lost;

    public void Read(ref WireReader wire)
    {
        var happened = PaneEventCodec.Read(ref wire);
        lock (_gate)
        {
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
