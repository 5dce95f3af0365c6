using System.Buffers;
using System.Text.Json;

namespace FleetTui.Landing.Journal;

/// <summary>
/// A journal record as one line of JSON. Read and written by hand: the serializer's metadata for these four types costs a one-shot landing more start-up time than the push
/// itself takes (some 150 methods compiled on the way).
/// </summary>
internal static class JournalLine
{
    internal static ReadOnlyMemory<byte> Write(JournalRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("kind", record.Kind);
            json.WriteNumber("train", record.Train);
            json.WriteString("at", record.At);
            Text(json, "target", record.Target);
            Text(json, "base", record.Base);
            Text(json, "tip", record.Tip);
            Text(json, "reason", record.Reason);
            if (record.Slots is not null)
            {
                json.WriteStartArray("slots");
                foreach (var slot in record.Slots)
                    Slot(json, slot);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>Null: not a record, the disk or somebody's editor has damaged it. It is passed over: what had landed is found on the target by its content.</summary>
    /// <param name="line">Without its end.</param>
    internal static JournalRecord? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            return Parse(line);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static JournalRecord Parse(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new JournalRecord(
            Text(root, "kind") ?? "",
            root.GetProperty("train").GetInt64(),
            root.GetProperty("at").GetDateTimeOffset(),
            Text(root, "target"),
            Text(root, "base"),
            Text(root, "tip"),
            Text(root, "reason"),
            root.TryGetProperty("slots", out var slots) ? [.. slots.EnumerateArray().Select(Slot)] : null);
    }

    private static void Slot(Utf8JsonWriter json, JournalSlot slot)
    {
        json.WriteStartObject();
        json.WriteString("slot", slot.Slot);
        json.WriteString("role", slot.Role);
        json.WriteString("head", slot.Head);
        json.WriteStartArray("commits");
        foreach (var commit in slot.Commits)
        {
            json.WriteStartObject();
            json.WriteString("original", commit.Original);
            json.WriteString("landed", commit.Landed);
            json.WriteString("subject", commit.Subject);
            json.WriteString("author", commit.Author);
            Text(json, "override", commit.Override);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("absorbed");
        foreach (var absorbed in slot.Absorbed)
            json.WriteStringValue(absorbed);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static JournalSlot Slot(JsonElement slot) => new(
        Text(slot, "slot") ?? "",
        Text(slot, "role") ?? "",
        Text(slot, "head") ?? "",
        [.. slot.GetProperty("commits").EnumerateArray().Select(static c => new JournalCommit(Text(c, "original") ?? "", Text(c, "landed") ?? "", Text(c, "subject") ?? "", Text(c, "author") ?? "", Text(c, "override")))],
        [.. slot.GetProperty("absorbed").EnumerateArray().Select(static a => a.GetString() ?? "")]);

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
