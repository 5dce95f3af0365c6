using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FleetTui.Api.Client.Http;
using FleetTui.Api.Messages;

namespace FleetTui.Api.Client;

/// <summary>HTTP over the daemon's unix socket: one request out, one message or a <see cref="FleetApiException"/> back.</summary>
internal sealed class DaemonConnection(string socketPath, string? token, bool blocking)
{
    private const string Root = "/api/";
    private readonly UnixHttp http = new(socketPath, token, blocking);

    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation) => MessageAsync("GET", path, null, type, cancellation);

    public Task<TAnswer> PostAsync<TBody, TAnswer>(string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation) =>
        MessageAsync("POST", path, JsonSerializer.SerializeToUtf8Bytes(body, bodyType), answerType, cancellation);

    public Task PostAsync<TBody>(string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellation) =>
        WholeAsync("POST", path, JsonSerializer.SerializeToUtf8Bytes(body, bodyType), cancellation);

    public Task PostAsync(string path, CancellationToken cancellation) => WholeAsync("POST", path, null, cancellation);

    /// <summary>A long answer, to be read as it comes. The caller disposes it.</summary>
    public async Task<HttpReply> OpenAsync(string path, CancellationToken cancellation)
    {
        var reply = await MappedAsync(path, http.SendAsync("GET", Root + path, null, cancellation)).ConfigureAwait(false);
        if (reply.IsSuccess)
        {
            return reply;
        }

        using (reply)
        {
            throw Refusal(path, reply, await MappedAsync(path, reply.ContentAsync(cancellation)).ConfigureAwait(false));
        }
    }

    private static FleetApiException Unreadable(string path, Exception error) =>
        new(4, $"The fleet daemon answered {Root}{path} with something unreadable; are fleet and its daemon of one version? Restart it with: fleet down --all, then fleet.", error);

    private async Task<T> MessageAsync<T>(string method, string path, byte[]? body, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var content = await WholeAsync(method, path, body, cancellation).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(content.Span, type) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw Unreadable(path, error);
        }
    }

    private async Task<ReadOnlyMemory<byte>> WholeAsync(string method, string path, byte[]? body, CancellationToken cancellation)
    {
        using var reply = await MappedAsync(path, http.SendAsync(method, Root + path, body, cancellation)).ConfigureAwait(false);
        var content = await MappedAsync(path, reply.ContentAsync(cancellation)).ConfigureAwait(false);
        return reply.IsSuccess ? content : throw Refusal(path, reply, content);
    }

    private async Task<T> MappedAsync<T>(string path, Task<T> exchange)
    {
        try
        {
            return await exchange.ConfigureAwait(false);
        }
        catch (InvalidDataException error)
        {
            throw Unreadable(path, error);
        }
        catch (IOException error)
        {
            throw new FleetApiException(3, $"The fleet daemon cannot be reached at {socketPath}; start it with: fleet up.", error);
        }
    }

    private static FleetApiException Refusal(string path, HttpReply reply, ReadOnlyMemory<byte> content)
    {
        try
        {
            if (JsonSerializer.Deserialize(content.Span, FleetJson.Default.FleetProblem) is { Detail.Length: > 0 } problem)
            {
                return new FleetApiException(problem.ExitCode, problem.Detail);
            }
        }
        catch (JsonException)
        {
            // Not ours: told by its status below.
        }

        return new FleetApiException(reply.Status == 500 ? 4 : 2, $"The fleet daemon answered {reply.Status} {reply.Reason} to {Root}{path}.");
    }
}
