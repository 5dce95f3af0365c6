using System.Net.Sockets;
using FleetTui.TerminalHost.Server;

namespace FleetTui.TerminalHost.Tests.Server;

public sealed class OutgoingBytesSpecs : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"fleet-out-{Guid.NewGuid():N}");
    private readonly Socket _ours;
    private readonly Socket _peer;

    public OutgoingBytesSpecs()
    {
        using var listener = NewSocket();
        listener.Bind(new UnixDomainSocketEndPoint(_path));
        listener.Listen();
        _peer = NewSocket();
        _peer.Connect(new UnixDomainSocketEndPoint(_path));
        _ours = listener.Accept();
        _ours.Blocking = false;
    }

    public void Dispose()
    {
        _ours.Dispose();
        _peer.Dispose();
        File.Delete(_path);
    }

    [Fact]
    public void What_is_held_goes_out_before_and_with_what_is_sent_next()
    {
        var outgoing = new OutgoingBytes(_ours);
        outgoing.Hold("taken "u8);
        Assert.Equal(0, _peer.Available);
        Assert.True(outgoing.Send("echo"u8));
        Assert.Equal("taken echo", Received());
        Assert.Equal(0, outgoing.Count);
    }

    [Fact]
    public void What_is_held_goes_out_alone_when_nothing_follows()
    {
        var outgoing = new OutgoingBytes(_ours);
        outgoing.Hold("taken"u8);
        Assert.True(outgoing.Send([]));
        Assert.Equal("taken", Received());
    }

    [Fact]
    public void A_peer_that_does_not_read_gets_everything_in_order_once_it_does()
    {
        var outgoing = new OutgoingBytes(_ours);
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'x');
        Assert.True(outgoing.Send(block));
        Assert.True(outgoing.IsRefused);
        outgoing.Hold("held"u8);
        Assert.True(outgoing.Send("last"u8));
        var all = "";
        while (all.Length < block.Length + 8)
        {
            all += Received();
            Assert.True(outgoing.Continue());
        }

        Assert.EndsWith("xheldlast", all, StringComparison.Ordinal);
        Assert.Equal(0, outgoing.Count);
    }

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private string Received()
    {
        var bytes = new byte[1 << 20];
        return System.Text.Encoding.ASCII.GetString(bytes, 0, _peer.Receive(bytes));
    }
}
