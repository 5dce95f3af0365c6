using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FleetTui.Api.Client;
using FleetTui.Api.Messages;
using Microsoft.AspNetCore.Http;

namespace FleetTui.Daemon.Endpoints;

/// <summary>The stream as <c>text/event-stream</c>: <c>status</c> and <c>log</c> events, one JSON message each. Two equal statuses in a row are sent once.</summary>
internal static class UpdateEvents
{
    public static async Task WriteAsync(HttpContext context, IFleetApi fleet)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        var output = context.Response.BodyWriter;
        byte[] last = [];
        try
        {
            await foreach (var update in fleet.StreamAsync(context.RequestAborted))
            {
                if (update.Status is { } status)
                {
                    var json = JsonSerializer.SerializeToUtf8Bytes(status, FleetJson.Default.FleetStatus);
                    if (json.AsSpan().SequenceEqual(last))
                    {
                        continue;
                    }

                    Event(output, "event: status\ndata: ", last = json);
                }
                else if (update.Entry is { } entry)
                {
                    Event(output, string.Create(CultureInfo.InvariantCulture, $"id: {entry.Id}\nevent: log\ndata: "), JsonSerializer.SerializeToUtf8Bytes(entry, FleetJson.Default.LogEntry));
                }

                await output.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader went, or the daemon ends.
        }
    }

    private static void Event(IBufferWriter<byte> output, string head, byte[] json)
    {
        Encoding.UTF8.GetBytes(head, output);
        output.Write(json);
        output.Write("\n\n"u8);
    }
}
