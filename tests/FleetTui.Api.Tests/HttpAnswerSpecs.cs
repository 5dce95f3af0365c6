using System.Globalization;
using System.Text;
using FleetTui.Api.Client;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Api.Tests;

/// <summary>What RFC 9112 allows an answer to look like, through the client; and what it does not.</summary>
public sealed class HttpAnswerSpecs
{
    private const string Roles = """[{"name":"röle","title":"","domain":["a/**"],"holder":null,"history":[]}]""";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Chunks_of_any_size_in_packets_of_any_size_give_the_same_message(bool blocking) =>
        Prop.ForAll(Gen.Choose(1, 90).ToArbitrary(), Gen.Choose(1, 90).ToArbitrary(), (chunk, packet) =>
        {
            var body = Encoding.UTF8.GetBytes(Roles);
            var answer = new List<byte>("HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n"u8.ToArray());
            foreach (var part in body.Chunk(chunk))
            {
                answer.AddRange(Encoding.ASCII.GetBytes(part.Length.ToString("X", CultureInfo.InvariantCulture) + ";x=y\r\n"));
                answer.AddRange(part);
                answer.AddRange("\r\n"u8);
            }

            answer.AddRange("0\r\nTrailer: t\r\n\r\n"u8);
            using var daemon = new CannedDaemon([.. answer.Chunk(packet)]);
            return new FleetApiClient(daemon.SocketPath, null, blocking).RolesAsync(stop).GetAwaiter().GetResult() is [{ Name: "röle" }];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Without_a_length_the_answer_ends_with_the_connection()
    {
        using var daemon = new CannedDaemon($"HTTP/1.1 200\r\n\r\n{Roles}");

        Assert.Equal("röle", Assert.Single(await new FleetApiClient(daemon.SocketPath).RolesAsync(stop)).Name);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]]\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{]")]
    public async Task An_answer_that_is_none_is_exit_code_4(string answer)
    {
        using var daemon = new CannedDaemon(answer);

        Assert.Equal(4, (await Assert.ThrowsAsync<FleetApiException>(() => new FleetApiClient(daemon.SocketPath).RolesAsync(stop))).ExitCode);
    }

    [Fact]
    public async Task A_head_without_end_is_refused_rather_than_kept()
    {
        using var long1 = new CannedDaemon("HTTP/1.1 200 OK\r\nX: " + new string('x', 20_000) + "\r\n\r\n[]");
        using var many = new CannedDaemon("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 200)) + "\r\n[]");

        Assert.Equal(4, (await Assert.ThrowsAsync<FleetApiException>(() => new FleetApiClient(long1.SocketPath).RolesAsync(stop))).ExitCode);
        Assert.Equal(4, (await Assert.ThrowsAsync<FleetApiException>(() => new FleetApiClient(many.SocketPath).RolesAsync(stop))).ExitCode);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[]")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("")]
    public async Task A_cut_answer_is_exit_code_3(string answer)
    {
        foreach (var blocking in (bool[])[false, true])
        {
            using var daemon = new CannedDaemon(answer);

            Assert.Equal(3, (await Assert.ThrowsAsync<FleetApiException>(() => new FleetApiClient(daemon.SocketPath, null, blocking).RolesAsync(stop))).ExitCode);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_is_given_up_ends(bool blocking)
    {
        using var daemon = CannedDaemon.Silent();
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var call = Task.Run(() => new FleetApiClient(daemon.SocketPath, null, blocking).RolesAsync(giveUp.Token), stop);
        await daemon.Connected;

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}
