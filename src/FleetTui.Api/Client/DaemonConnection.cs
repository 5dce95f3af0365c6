using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FleetTui.Api.Messages;

namespace FleetTui.Api.Client;

/// <summary>HTTP over the daemon's unix socket: one request out, one message or a <see cref="FleetApiException"/> back.</summary>
internal sealed class DaemonConnection : IDisposable
{
    private readonly string socketPath;
    private readonly HttpClient http;

    public DaemonConnection(string socketPath, string? token)
    {
        this.socketPath = socketPath;
        var handler = new SocketsHttpHandler { ConnectCallback = ConnectAsync, UseProxy = false, UseCookies = false, AllowAutoRedirect = false };
        http = new HttpClient(handler) { BaseAddress = new Uri("http://fleet/api/"), Timeout = Timeout.InfiniteTimeSpan };
        if (token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        MessageAsync(() => new HttpRequestMessage(HttpMethod.Get, path), type, cancellation);

    public Task<TAnswer> PostAsync<TBody, TAnswer>(string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation) =>
        MessageAsync(() => Post(path, body, bodyType), answerType, cancellation);

    public async Task PostAsync<TBody>(string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellation)
    {
        using var request = Post(path, body, bodyType);
        using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
    }

    public async Task PostAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
    }

    /// <summary>A long answer, to be read as it comes. The caller disposes it.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Post<TBody>(string path, TBody body, JsonTypeInfo<TBody> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
    }

    private async Task<T> MessageAsync<T>(Func<HttpRequestMessage> make, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var request = make();
        using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
        try
        {
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw new FleetApiException(4, $"The fleet daemon answered {request.RequestUri} with something unreadable; are fleet and its daemon of one version? Restart it with: fleet down --all, then fleet.", error);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellation)
    {
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, completion, cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw Unreachable(error);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await RefusalAsync(response, cancellation);
        }
    }

    public FleetApiException Unreachable(Exception? error) =>
        new(3, $"The fleet daemon cannot be reached at {socketPath}; start it with: fleet up.", error);

    private static async Task<FleetApiException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (JsonSerializer.Deserialize(bytes, FleetJson.Default.FleetProblem) is { Detail.Length: > 0 } problem)
            {
                return new FleetApiException(problem.ExitCode, problem.Detail);
            }
        }
        catch (JsonException)
        {
            // Not ours: told by its status below.
        }

        return new FleetApiException(
            response.StatusCode == HttpStatusCode.InternalServerError ? 4 : 2,
            $"The fleet daemon answered {(int)response.StatusCode} {response.ReasonPhrase} to {response.RequestMessage?.RequestUri?.AbsolutePath}.");
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
