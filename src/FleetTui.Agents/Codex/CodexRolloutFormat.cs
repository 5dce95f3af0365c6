using System.Globalization;
using System.Text.Json;
using FleetTui.Agents.Transcripts;

namespace FleetTui.Agents.Codex;

/// <summary>Codex CLI's rollout, as written by 0.169.0: <c>{timestamp, type, payload}</c>. Unknown types of lines mean nothing.</summary>
internal sealed class CodexRolloutFormat : ITranscriptFormat
{
    public static readonly CodexRolloutFormat Instance = new();

    /// <summary>What Codex puts into the conversation in the user's name.</summary>
    private static readonly string[] NotTheUsers = ["<environment_context>", "<user_instructions>", "<turn_aborted>", "<skill>", "# AGENTS.md instructions"];

    public TranscriptRecord? Read(ReadOnlyMemory<byte> line) => JsonLine.Read(line, static root => root.Member("payload") is not { } payload
        ? TranscriptRecord.Nothing
        : root.Text("type") switch
        {
            "response_item" => Item(root, payload),
            "turn_context" => new TranscriptRecord { Model = payload.Text("model") is { Length: > 0 } model ? model : null },
            "event_msg" => Event(root, payload),
            "compacted" => new TranscriptRecord { Entries = One(root, EntryKind.Note, "the conversation was compacted"), Compacted = true },
            _ => TranscriptRecord.Nothing,
        });

    private static TranscriptRecord Item(JsonElement root, JsonElement payload) => payload.Text("type") switch
    {
        "message" => Message(root, payload),
        "function_call" => Said(root, EntryKind.ToolCall, Call(payload)),
        "custom_tool_call" => Said(root, EntryKind.ToolCall, EntryText.Call(payload.Text("name"), payload.Member("input"))),
        "local_shell_call" => Said(root, EntryKind.ToolCall, EntryText.Call("shell", payload.Member("action"))),
        "web_search_call" => Said(root, EntryKind.ToolCall, EntryText.Call("web search", payload.Member("action"))),
        "function_call_output" or "custom_tool_call_output" => Said(root, EntryKind.ToolResult, EntryText.Result(Output(payload))),
        _ => TranscriptRecord.Nothing,
    };

    private static TranscriptRecord Message(JsonElement root, JsonElement payload)
    {
        var text = EntryText.Whole(string.Join('\n', payload.Items("content").Select(part => part.Text("type") == "input_image" ? "[image]" : part.Text("text"))));
        return payload.Text("role") switch
        {
            "assistant" => Said(root, EntryKind.Answer, text),
            "user" when !NotTheUsers.Any(begin => text.StartsWith(begin, StringComparison.Ordinal)) => Said(root, EntryKind.Prompt, text),
            _ => TranscriptRecord.Nothing,
        };
    }

    private static TranscriptRecord Event(JsonElement root, JsonElement payload) => payload.Text("type") switch
    {
        "token_count" when payload.Member("info") is { } info => Tokens(root, info),
        "task_started" => new TranscriptRecord { Window = Window(payload) },
        "turn_aborted" => Said(root, EntryKind.Note, "interrupted"),
        "error" or "stream_error" => Said(root, EntryKind.Note, EntryText.OneLine(payload.Text("message"))),
        _ => TranscriptRecord.Nothing,
    };

    /// <summary>Of the request before. The running total names it: the same count is written again when only a limit changed.</summary>
    private static TranscriptRecord Tokens(JsonElement root, JsonElement info)
    {
        if (info.Member("last_token_usage") is not { } last)
        {
            return new TranscriptRecord { Window = Window(info) };
        }

        var (cached, written) = (last.Count("cached_input_tokens"), last.Count("cache_write_input_tokens"));
        var total = info.Member("total_token_usage")?.Count("total_tokens") ?? 0;
        return new TranscriptRecord
        {
            Window = Window(info),
            Usage = new TokenUsage(
                $"total {total.ToString(CultureInfo.InvariantCulture)}",
                root.Time("timestamp"),
                "",
                Math.Max(0, last.Count("input_tokens") - cached - written),
                cached,
                written,
                last.Count("output_tokens"),
                Sidechain: false),
        };
    }

    private static long? Window(JsonElement element) => element.Count("model_context_window") is > 0 and var window ? window : null;

    /// <summary>The arguments are JSON in a string.</summary>
    private static string Call(JsonElement payload)
    {
        try
        {
            using var arguments = JsonDocument.Parse(payload.Text("arguments"));
            return EntryText.Call(payload.Text("name"), arguments.RootElement);
        }
        catch (JsonException)
        {
            return EntryText.Call(payload.Text("name"), payload.Member("arguments"));
        }
    }

    /// <summary>Without the lines about the process before the output proper.</summary>
    private static string Output(JsonElement payload)
    {
        const string Heading = "\nOutput:\n";
        var text = payload.Member("output") switch
        {
            { ValueKind: JsonValueKind.String } plain => plain.GetString()!,
            { ValueKind: JsonValueKind.Object } shown => shown.Text("content"),
            { ValueKind: JsonValueKind.Array } parts => string.Join('\n', parts.EnumerateArray().Select(part => part.Text("text"))),
            _ => "",
        };
        var at = text.IndexOf(Heading, StringComparison.Ordinal);
        return at is >= 0 and < 400 ? text[(at + Heading.Length)..] : text;
    }

    private static TranscriptRecord Said(JsonElement root, EntryKind kind, string text) => new() { Entries = One(root, kind, text) };

    private static IReadOnlyList<TranscriptEntry> One(JsonElement root, EntryKind kind, string text) =>
        text.Length == 0 ? [] : [new TranscriptEntry(kind, root.Time("timestamp"), text, Sidechain: false)];
}
