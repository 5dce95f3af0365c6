using System.Text.Json;
using FleetTui.Agents.Transcripts;

namespace FleetTui.Agents.Claude;

/// <summary>Claude Code's transcript, as written by 2.1.197. Unknown types of lines mean nothing.</summary>
internal sealed class ClaudeTranscriptFormat : ITranscriptFormat
{
    public static readonly ClaudeTranscriptFormat Instance = new();

    public TranscriptRecord? Read(ReadOnlyMemory<byte> line) => JsonLine.Read(line, static root => root.Text("type") switch
    {
        "user" => User(root),
        "assistant" => Assistant(root),
        "system" => System(root),
        _ => TranscriptRecord.Nothing,
    });

    private static TranscriptRecord User(JsonElement root)
    {
        if (root.Flag("isMeta") || root.Member("message") is not { } message)
        {
            return TranscriptRecord.Nothing;
        }

        if (root.Flag("isCompactSummary"))
        {
            return new TranscriptRecord { Compacted = true };
        }

        var entries = new List<TranscriptEntry>();
        if (message.Text("content") is { Length: > 0 } text)
        {
            Add(entries, root, Said(text));
        }

        foreach (var block in message.Items("content"))
        {
            Add(entries, root, block.Text("type") switch
            {
                "text" => Said(block.Text("text")),
                "tool_result" => (EntryKind.ToolResult, EntryText.Result(Result(block))),
                "image" => (EntryKind.Prompt, "[image]"),
                _ => default,
            });
        }

        return new TranscriptRecord { Entries = entries };
    }

    private static TranscriptRecord Assistant(JsonElement root)
    {
        if (root.Member("message") is not { } message)
        {
            return TranscriptRecord.Nothing;
        }

        var entries = new List<TranscriptEntry>();
        foreach (var block in message.Items("content"))
        {
            Add(entries, root, block.Text("type") switch
            {
                "text" => (root.Flag("isApiErrorMessage") ? EntryKind.Note : EntryKind.Answer, EntryText.Whole(block.Text("text"))),
                "tool_use" or "server_tool_use" => (EntryKind.ToolCall, EntryText.Call(block.Text("name"), block.Member("input"))),
                _ => default,
            });
        }

        var usage = Usage(root, message);
        return new TranscriptRecord { Entries = entries, Usage = usage, Model = usage is { Sidechain: false } ? usage.Model : null };
    }

    /// <summary>What the program writes by itself in the model's name (model <c>&lt;synthetic&gt;</c>) was no request.</summary>
    private static TokenUsage? Usage(JsonElement root, JsonElement message) =>
        message.Member("usage") is { } usage && message.Text("model") is { Length: > 0 } model and not "<synthetic>"
            ? new TokenUsage(
                $"{message.Text("id")} {root.Text("requestId")}".TrimEnd(),
                root.Time("timestamp"),
                model,
                usage.Count("input_tokens"),
                usage.Count("cache_read_input_tokens"),
                usage.Count("cache_creation_input_tokens"),
                usage.Count("output_tokens"),
                root.Flag("isSidechain"))
            : null;

    private static TranscriptRecord System(JsonElement root)
    {
        var entries = new List<TranscriptEntry>();
        switch (root.Text("subtype"))
        {
            case "compact_boundary":
                Add(entries, root, (EntryKind.Note, "the conversation was compacted"));
                return new TranscriptRecord { Entries = entries, Compacted = !root.Flag("isSidechain") };
            case "local_command":
                Add(entries, root, Said(root.Text("content")));
                break;
        }

        return new TranscriptRecord { Entries = entries };
    }

    /// <summary>The user's words; or what the program puts in their place in tags of its own: a command of its own, its output, a shell line.</summary>
    private static (EntryKind Kind, string Text) Said(string text)
    {
        if (text.StartsWith("[Request interrupted", StringComparison.Ordinal))
        {
            return (EntryKind.Note, EntryText.OneLine(text.Trim('[', ']')));
        }

        if (Tag(text, "command-name") is { } command)
        {
            return (EntryKind.Prompt, EntryText.OneLine($"{command} {Tag(text, "command-args")}"));
        }

        if (Tag(text, "bash-input") is { } shell)
        {
            return (EntryKind.Prompt, EntryText.Whole($"! {shell}"));
        }

        return (Tag(text, "local-command-stdout") ?? Tag(text, "bash-stdout")) is { } output
            ? (EntryKind.ToolResult, EntryText.Result(output))
            : text.StartsWith("<local-command-caveat>", StringComparison.Ordinal) ? default : (EntryKind.Prompt, EntryText.Whole(text));
    }

    private static string? Tag(string text, string name)
    {
        var (open, close) = ($"<{name}>", $"</{name}>");
        var from = text.StartsWith('<') ? text.IndexOf(open, StringComparison.Ordinal) : -1;
        var to = from < 0 ? -1 : text.IndexOf(close, from, StringComparison.Ordinal);
        return to < 0 ? null : text[(from + open.Length)..to];
    }

    private static string Result(JsonElement block) => block.Text("content") is { Length: > 0 } text
        ? text
        : string.Join('\n', block.Items("content").Select(part => part.Text("type") == "text" ? part.Text("text") : $"[{part.Text("type")}]"));

    private static void Add(List<TranscriptEntry> entries, JsonElement root, (EntryKind Kind, string Text) said)
    {
        if (!string.IsNullOrEmpty(said.Text))
        {
            entries.Add(new TranscriptEntry(said.Kind, root.Time("timestamp"), said.Text, root.Flag("isSidechain")));
        }
    }
}
