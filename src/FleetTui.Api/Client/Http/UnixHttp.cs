using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace FleetTui.Api.Client.Http;

/// <summary>
/// HTTP/1.1 (RFC 9112) over a unix socket, as little of it as the daemon's API needs: one connection for each request, no redirects, no compression, no proxy.
/// The framework's client would cost every verb 60 ms of loading and compiling; why this is here is told in docs/decisions/small-http-client.md.
/// </summary>
/// <param name="blocking">See <see cref="BlockingStream"/>.</param>
internal sealed class UnixHttp(string socketPath, string? token, bool blocking)
{
    /// <summary>Heads of an answer may have so many lines.</summary>
    private const int MostLines = 128;

    /// <param name="path">With its leading slash, escaped.</param>
    /// <param name="json">The request's content, or null for none.</param>
    /// <exception cref="IOException">Nobody listens, or the connection ended early.</exception>
    /// <exception cref="InvalidDataException">The answer is no HTTP.</exception>
    public async Task<HttpReply> SendAsync(string method, string path, byte[]? json, CancellationToken cancellation)
    {
        var stream = await ConnectAsync(cancellation).ConfigureAwait(false);
        try
        {
            await stream.WriteAsync(Request(method, path, json), cancellation).ConfigureAwait(false);
            return await ReplyAsync(stream, cancellation).ConfigureAwait(false);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<Stream> ConnectAsync(CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (blocking)
            {
                socket.Connect(new UnixDomainSocketEndPoint(socketPath));
                return new BlockingStream(socket, cancellation);
            }

            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception failure)
        {
            socket.Dispose();
            throw failure is SocketException ? new IOException(failure.Message, failure) : failure;
        }
    }

    private byte[] Request(string method, string path, byte[]? json)
    {
        var head = new StringBuilder(256);
        head.Append(method).Append(' ').Append(path).Append(" HTTP/1.1\r\nHost: fleet\r\nConnection: close\r\n");
        if (token is not null)
        {
            head.Append("Authorization: Bearer ").Append(token).Append("\r\n");
        }

        if (json is not null)
        {
            head.Append("Content-Type: application/json\r\n");
        }

        if (method != "GET")
        {
            head.Append("Content-Length: ").Append((json?.Length ?? 0).ToString(CultureInfo.InvariantCulture)).Append("\r\n");
        }

        var bytes = Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
        return json is null ? bytes : [.. bytes, .. json];
    }

    private static async Task<HttpReply> ReplyAsync(Stream stream, CancellationToken cancellation)
    {
        var input = new HttpInput(stream);
        var (status, reason) = StatusOf(await input.LineAsync(cancellation).ConfigureAwait(false));
        long? length = null;
        var chunked = false;
        for (var lines = 0; await input.LineAsync(cancellation).ConfigureAwait(false) is { Length: > 0 } line; lines++)
        {
            if (lines == MostLines)
            {
                throw new InvalidDataException($"more than {MostLines} header lines");
            }

            if (Value(line, "Content-Length") is { } told)
            {
                length = long.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : throw new InvalidDataException($"Content-Length: {told}");
            }
            else if (Value(line, "Transfer-Encoding") is { } coding)
            {
                chunked = coding.Equals("chunked", StringComparison.OrdinalIgnoreCase) ? true : throw new InvalidDataException($"Transfer-Encoding: {coding}");
            }
        }

        var empty = status is 204 or 304;
        return new HttpReply(status, reason, new HttpBody(input, empty ? 0 : chunked ? null : length, chunked && !empty, stream));
    }

    private static (int Status, string Reason) StatusOf(string line) =>
        line.Length >= 12 && line.StartsWith("HTTP/1.", StringComparison.Ordinal) && line[8] == ' ' && int.TryParse(line.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? (status, line.Length > 13 ? line[13..] : "")
            : throw new InvalidDataException("no HTTP status line");

    private static string? Value(string line, string name) =>
        line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? line[(name.Length + 1)..].Trim() : null;
}
