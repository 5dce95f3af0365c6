using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FleetTui.EndToEnd.Tests.Agents;

/// <summary>
/// Stands in for the model services behind Claude Code (<c>POST /v1/messages</c>) and Codex (<c>POST /v1/responses</c>), on the loopback only. A prompt with
/// <c>SAY text</c> is answered with the text; anything else with a greeting. Both answer as a stream of server-sent events, as the programs ask for.
/// </summary>
public sealed class ModelStub : IAsyncDisposable
{
    private const string Greeting = "Hello from the stub.";
    private readonly HttpListener _listener;
    private readonly Task _serving;

    public ModelStub()
    {
        (_listener, Port) = Listening();
        _serving = ServeAsync();
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    /// <summary>HttpListener cannot choose a port itself; another program may take the one that was free a moment ago.</summary>
    private static (HttpListener Listener, int Port) Listening()
    {
        for (var tries = 1; ; tries++)
        {
            var port = FreePort();
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return (listener, port);
            }
            catch (HttpListenerException) when (tries < 20)
            {
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        var answers = new List<Task>();
        try
        {
            while (true)
            {
                answers.Add(AnswerAsync(await _listener.GetContextAsync()));
            }
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            await Task.WhenAll(answers);
        }
    }

    private static async Task AnswerAsync(HttpListenerContext call)
    {
        try
        {
            using var reader = new StreamReader(call.Request.InputStream);
            var body = await reader.ReadToEndAsync();
            var path = call.Request.Url!.AbsolutePath;
            if (path.EndsWith("/count_tokens", StringComparison.Ordinal))
            {
                await WholeAsync(call, """{"input_tokens":100}""");
            }
            else if (call.Request.HttpMethod == "POST" && path.StartsWith("/v1/messages", StringComparison.Ordinal))
            {
                await MessageAsync(call, JsonNode.Parse(body)!);
            }
            else if (call.Request.HttpMethod == "POST" && path.StartsWith("/v1/responses", StringComparison.Ordinal))
            {
                await StreamAsync(call, Responses(Reply(JsonNode.Parse(body)!["input"])));
            }
            else
            {
                await WholeAsync(call, """{"data":[],"models":[]}""");
            }
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException or JsonException)
        {
            // The program hung up, as it may.
        }
    }

    private static async Task MessageAsync(HttpListenerContext call, JsonNode request)
    {
        var text = Reply(request["messages"]);
        var message = new JsonObject
        {
            ["id"] = "msg_stub",
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = request["model"]?.DeepClone(),
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
            ["stop_reason"] = "end_turn",
            ["stop_sequence"] = null,
            ["usage"] = new JsonObject { ["input_tokens"] = 12, ["output_tokens"] = 4 },
        };
        await (request["stream"]?.GetValue<bool>() == true ? StreamAsync(call, Messages(message, text)) : WholeAsync(call, message.ToJsonString()));
    }

    private static IEnumerable<(string Name, JsonObject Data)> Messages(JsonObject message, string text)
    {
        var start = message.DeepClone().AsObject();
        start["content"] = new JsonArray();
        start["stop_reason"] = null;
        yield return ("message_start", new JsonObject { ["message"] = start });
        yield return ("content_block_start", new JsonObject { ["index"] = 0, ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = "" } });
        yield return ("content_block_delta", new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = text } });
        yield return ("content_block_stop", new JsonObject { ["index"] = 0 });
        yield return ("message_delta", new JsonObject { ["delta"] = new JsonObject { ["stop_reason"] = "end_turn", ["stop_sequence"] = null }, ["usage"] = new JsonObject { ["input_tokens"] = 12, ["output_tokens"] = 4 } });
        yield return ("message_stop", []);
    }

    private static IEnumerable<(string Name, JsonObject Data)> Responses(string text)
    {
        var item = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "msg_1",
            ["role"] = "assistant",
            ["content"] = new JsonArray(new JsonObject { ["type"] = "output_text", ["text"] = text }),
        };
        var added = item.DeepClone().AsObject();
        added["content"] = new JsonArray();
        yield return ("response.created", new JsonObject { ["response"] = new JsonObject { ["id"] = "resp_1" } });
        yield return ("response.output_item.added", new JsonObject { ["output_index"] = 0, ["item"] = added });
        yield return ("response.output_text.delta", new JsonObject { ["output_index"] = 0, ["content_index"] = 0, ["item_id"] = "msg_1", ["delta"] = text });
        yield return ("response.output_item.done", new JsonObject { ["output_index"] = 0, ["item"] = item });
        yield return ("response.completed", new JsonObject
        {
            ["response"] = new JsonObject
            {
                ["id"] = "resp_1",
                ["usage"] = new JsonObject
                {
                    ["input_tokens"] = 12,
                    ["input_tokens_details"] = new JsonObject { ["cached_tokens"] = 0 },
                    ["output_tokens"] = 4,
                    ["output_tokens_details"] = new JsonObject { ["reasoning_tokens"] = 0 },
                    ["total_tokens"] = 16,
                },
            },
        });
    }

    /// <summary>The text to say to the last prompt of the user.</summary>
    private static string Reply(JsonNode? messages)
    {
        foreach (var message in (messages as JsonArray ?? []).Reverse())
        {
            if (message?["role"]?.GetValue<string>() != "user")
            {
                continue;
            }

            var text = TextOf(message["content"]);
            var at = text.IndexOf("SAY ", StringComparison.Ordinal);
            if (at >= 0)
            {
                return text[(at + 4)..].Split('\n', '"')[0].Trim();
            }
        }

        return Greeting;
    }

    private static string TextOf(JsonNode? content) => content switch
    {
        JsonValue value => value.ToString(),
        JsonArray parts => string.Join('\n', parts.Select(part => part?["text"]?.ToString() ?? "")),
        _ => "",
    };

    private static async Task WholeAsync(HttpListenerContext call, string json)
    {
        call.Response.ContentType = "application/json";
        await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(json));
        call.Response.Close();
    }

    private static async Task StreamAsync(HttpListenerContext call, IEnumerable<(string Name, JsonObject Data)> events)
    {
        call.Response.ContentType = "text/event-stream";
        foreach (var (name, data) in events)
        {
            data["type"] = name;
            await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($"event: {name}\ndata: {data.ToJsonString()}\n\n"));
            await call.Response.OutputStream.FlushAsync();
        }

        call.Response.Close();
    }
}
