using System.Runtime.CompilerServices;
using System.Text.Json;
using FleetTui.Api.Messages;

namespace FleetTui.Api.Client;

/// <summary>
/// Reads <c>text/event-stream</c> (https://html.spec.whatwg.org/multipage/server-sent-events.html): events <c>status</c> and <c>log</c>, each with one JSON message as data.
/// Others, and comments, are skipped. Ends at the end of the stream, however it comes.
/// </summary>
public static class UpdateStream
{
    public static async IAsyncEnumerable<FleetUpdate> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = new StreamReader(stream);
        var kind = "";
        var data = "";
        while (await LineAsync(reader, cancellation) is { } line)
        {
            if (line.Length == 0)
            {
                if (Update(kind, data) is { } update)
                {
                    yield return update;
                }

                kind = data = "";
            }
            else if (Field(line, "event") is { } name)
            {
                kind = name;
            }
            else if (Field(line, "data") is { } part)
            {
                data = data.Length == 0 ? part : $"{data}\n{part}";
            }
        }
    }

    private static async Task<string?> LineAsync(StreamReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadLineAsync(cancellation);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static string? Field(string line, string name)
    {
        if (!line.StartsWith(name, StringComparison.Ordinal) || line.Length == name.Length || line[name.Length] != ':')
        {
            return null;
        }

        var value = line.AsSpan(name.Length + 1);
        return (value is [' ', ..] ? value[1..] : value).ToString();
    }

    private static FleetUpdate? Update(string kind, string data) => (kind, data.Length) switch
    {
        (_, 0) => null,
        ("status", _) => new FleetUpdate(JsonSerializer.Deserialize(data, FleetJson.Default.FleetStatus), null),
        ("log", _) => new FleetUpdate(null, JsonSerializer.Deserialize(data, FleetJson.Default.LogEntry)),
        _ => null,
    };
}
