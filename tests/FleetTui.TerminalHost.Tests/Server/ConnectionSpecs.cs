using System.Net.Sockets;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Server;
using FleetTui.Testing;

namespace FleetTui.TerminalHost.Tests.Server;

public class ConnectionSpecs
{
    [Fact]
    public async Task Only_the_owner_can_reach_the_socket()
    {
        await using var fixture = await HostFixture.StartAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(fixture.SocketPath));
    }

    [Fact]
    public void A_socket_directory_is_made_private_and_one_that_lets_others_in_is_refused()
    {
        using var directory = new TemporaryDirectory();
        SocketPlace.Prepare(directory["a"]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory["a"]));

        File.SetUnixFileMode(directory["a"], (UnixFileMode)0b111_101_000);
        Assert.EndsWith("lets others in: chmod 700 it.", Assert.Throws<TerminalHostException>(() => SocketPlace.Prepare(directory["a"])).Message, StringComparison.Ordinal);

        SocketPlace.Prepare(directory["b"]);
        Directory.CreateSymbolicLink(directory["link"], directory["b"]);
        Assert.EndsWith("is not a directory: move it away.", Assert.Throws<TerminalHostException>(() => SocketPlace.Prepare(directory["link"])).Message, StringComparison.Ordinal);

        Directory.CreateDirectory(directory["open"]);
        File.SetUnixFileMode(directory["open"], (UnixFileMode)0b111_111_111);
        Assert.Contains("lets others rename", Assert.Throws<TerminalHostException>(() => SocketPlace.Prepare(directory["open/c"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_host_on_one_socket_gives_way_and_a_stale_socket_is_replaced()
    {
        using var directory = new TemporaryDirectory();
        var path = directory["host.sock"];
        await File.WriteAllTextAsync(path, "left by a crash");
        using var end = new CancellationTokenSource();
        var first = HostProgram.RunAsync(path, TimeProvider.System, end.Token);
        await using (var client = await TerminalHostClient.ConnectAsync(path, default))
        {
            Assert.Equal(1, await HostProgram.RunAsync(path, TimeProvider.System, default).WaitAsync(HostFixture.Hang));
            Assert.Empty(await client.ListAsync(default));
        }

        await end.CancelAsync();
        Assert.Equal(0, await first.WaitAsync(HostFixture.Hang));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Without_a_host_connecting_says_so()
    {
        using var directory = new TemporaryDirectory();
        var none = await Assert.ThrowsAsync<IOException>(() => TerminalHostClient.ConnectAsync(directory["host.sock"], default));
        Assert.StartsWith("No terminal host answers on ", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_protocol_version_is_told_in_one_sentence()
    {
        using var directory = new TemporaryDirectory();
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(directory["s"]));
        listener.Listen();
        var connecting = TerminalHostClient.ConnectAsync(directory["s"], default);
        using var accepted = await listener.AcceptAsync();
        await accepted.SendAsync(Handshake.Bytes(99));
        var mismatch = await Assert.ThrowsAsync<TerminalHostException>(() => connecting);
        Assert.Contains("speaks protocol 99 and this fleet speaks 2.0", mismatch.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_another_version_is_told_ours_and_left()
    {
        await using var fixture = await HostFixture.StartAsync();
        using var socket = await RawAsync(fixture);
        await socket.SendAsync(Handshake.Bytes(99));
        var answer = new byte[100];
        var count = await socket.ReceiveAsync(answer);
        Assert.True(Handshake.TryRead(answer.AsSpan(0, count), out var version));
        Assert.Equal(Handshake.Version, version);
        Assert.Equal(0, await socket.ReceiveAsync(answer));
    }

    [Fact]
    public async Task A_request_of_a_newer_minor_version_is_refused_and_the_client_goes_on()
    {
        await using var fixture = await HostFixture.StartAsync();
        using var socket = await RawAsync(fixture);
        await socket.SendAsync((byte[])[.. Handshake.Bytes(Handshake.Version + 1), 5, 0, 0, 0, 99, 7, 0, 0, 0, 5, 0, 0, 0, (byte)MessageKind.List, 8, 0, 0, 0]);
        var answers = new byte[1000];
        var count = 0;
        while (!answers.AsSpan(0, count).EndsWith((byte[])[(byte)MessageKind.Done, 8, 0, 0, 0, 0, 0, 0, 0])) count += await ReceiveAsync(socket, answers.AsMemory(count));
        Assert.Contains("fleet host upgrade", System.Text.Encoding.UTF8.GetString(answers, 0, count), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "end it and its agents with 'fleet down --all'")]
    [InlineData(0x0100, "bring the host to this one with 'fleet host upgrade'; no agent notices")]
    [InlineData(0x0300, "this console or daemon is older than the host")]
    public void Another_major_version_is_told_with_what_to_do(int host, string fix)
    {
        Assert.False(Handshake.Suits((ushort)host));
        Assert.Contains(fix, Handshake.Mismatch((ushort)host), StringComparison.Ordinal);
    }

    public static TheoryData<byte[]> Broken => new()
    {
        "GET / HTTP/1.1\r\n\r\n"u8.ToArray(),
        (byte[])[.. Handshake.Bytes(), 0xff, 0xff, 0xff, 0xff],
        (byte[])[.. Handshake.Bytes(), 0, 0, 0, 0],
        (byte[])[.. Handshake.Bytes(Handshake.Control), 5, 0, 0, 0, 250, 1, 0, 0, 0],
        (byte[])[.. Handshake.Bytes(), 9, 0, 0, 0, (byte)MessageKind.Remove, 1, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f],
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_client_that_speaks_nonsense_is_dropped_and_the_host_goes_on(byte[] bytes)
    {
        await using var fixture = await HostFixture.StartAsync();
        using var socket = await RawAsync(fixture);
        await socket.SendAsync(bytes);
        var buffer = new byte[100];
        int count;
        do
        {
            count = await ReceiveAsync(socket, buffer);
        }
        while (count > 0);
        Assert.Empty(await fixture.Host.ListAsync(default));
    }

    [Fact]
    public async Task A_client_that_dies_in_the_middle_of_a_message_is_dropped_and_the_host_goes_on()
    {
        await using var fixture = await HostFixture.StartAsync();
        for (var round = 0; round < 20; round++)
        {
            using var socket = await RawAsync(fixture);
            await socket.SendAsync((byte[])[.. Handshake.Bytes(), 200, 0, 0, 0, (byte)MessageKind.Start, 1]);
        }

        Assert.Empty(await fixture.Host.ListAsync(default));
    }

    [Fact]
    public async Task A_closed_connection_fails_what_waits_and_says_so()
    {
        var fixture = await HostFixture.StartAsync();
        var client = fixture.Host;
        await fixture.DisposeAsync();
        await client.Closed.WaitAsync(HostFixture.Hang);
        await Assert.ThrowsAnyAsync<IOException>(() => client.ListAsync(default));
    }

    private static async Task<Socket> RawAsync(HostFixture fixture)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(fixture.SocketPath));
        return socket;
    }

    private static async Task<int> ReceiveAsync(Socket socket, Memory<byte> buffer)
    {
        try
        {
            return await socket.ReceiveAsync(buffer).AsTask().WaitAsync(HostFixture.Hang);
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
