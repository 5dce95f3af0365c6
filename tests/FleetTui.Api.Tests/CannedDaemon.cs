using System.Net.Sockets;
using System.Text;
using FleetTui.Testing;

namespace FleetTui.Api.Tests;

/// <summary>Listens on a unix socket, keeps the first request's text and answers with fixed bytes, then closes.</summary>
internal sealed class CannedDaemon : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public CannedDaemon(params string[] answerParts)
        : this([.. answerParts.Select(Encoding.UTF8.GetBytes)])
    {
    }

    public CannedDaemon(byte[][] answerParts)
        : this() => Request = AnswerAsync(answerParts);

    private CannedDaemon()
    {
        listener.Bind(new UnixDomainSocketEndPoint(SocketPath));
        listener.Listen();
        Request = Task.FromResult("");
    }

    /// <summary>One that never answers.</summary>
    public static CannedDaemon Silent()
    {
        var daemon = new CannedDaemon();
        daemon.Connected = daemon.listener.AcceptAsync();
        return daemon;
    }

    /// <summary>Of a silent one, when it has been called.</summary>
    public Task Connected { get; private set; } = Task.CompletedTask;

    public string SocketPath => directory["daemon.sock"];

    /// <summary>The request as sent, once the answer is out.</summary>
    public Task<string> Request { get; }

    public static string Json(int status, string type, string body) =>
        $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public void Dispose()
    {
        listener.Dispose();
        directory.Dispose();
    }

    private async Task<string> AnswerAsync(byte[][] parts)
    {
        using var connection = await listener.AcceptAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[8192];
        var request = "";
        while (!Complete(request))
        {
            var count = await connection.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            request += Encoding.UTF8.GetString(buffer, 0, count);
        }

        foreach (var part in parts)
        {
            await connection.SendAsync(part, TestContext.Current.CancellationToken);
        }

        connection.Shutdown(SocketShutdown.Both);
        return request;
    }

    private static bool Complete(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
        return length is null || request.Length >= end + 4 + int.Parse(length["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
