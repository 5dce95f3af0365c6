using System.Text.Json;

namespace FleetTui.Cli.Verbs.Vt;

/// <summary>What --ops reads: a JSON list of ["w", base64], bytes to feed, and ["r", cols, rows], a new size.</summary>
internal static class VtOperations
{
    /// <returns>Null, or what is wrong in one sentence.</returns>
    public static string? Run(VtSession session, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                return "--ops takes a JSON list of [\"w\", base64] and [\"r\", cols, rows]";
            var number = 0;
            foreach (var operation in document.RootElement.EnumerateArray())
            {
                number++;
                if (Apply(session, operation) is { } problem)
                    return $"operation {number} {problem}";
            }

            return null;
        }
        catch (JsonException e)
        {
            return $"the operations are not JSON: line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}";
        }
    }

    private static string? Apply(VtSession session, JsonElement operation)
    {
        var length = operation.ValueKind == JsonValueKind.Array ? operation.GetArrayLength() : 0;
        var name = length > 0 && operation[0].ValueKind == JsonValueKind.String ? operation[0].GetString() : null;
        switch (name)
        {
            case "w" when length == 2 && operation[1].ValueKind == JsonValueKind.String:
                if (!operation[1].TryGetBytesFromBase64(out var bytes))
                    return "is not base64";
                session.Feed(bytes);
                return null;
            case "r" when length == 3 && Size(operation[1]) is { } columns && Size(operation[2]) is { } rows:
                session.Terminal.Resize(columns, rows);
                return null;
            case "r" when length == 3:
                return $"takes columns and rows from 1 to {VtOptions.MaxSize}, not {operation[1].GetRawText()} and {operation[2].GetRawText()}";
            default:
                return "is neither [\"w\", base64] nor [\"r\", cols, rows]";
        }
    }

    private static int? Size(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var size) && size is >= 1 and <= VtOptions.MaxSize ? size : null;
}
