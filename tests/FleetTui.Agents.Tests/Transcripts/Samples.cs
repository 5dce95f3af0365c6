namespace FleetTui.Agents.Tests.Transcripts;

/// <summary>Lines as the programs write them, cut to what is read of them.</summary>
internal static class Samples
{
    public static string Prompt(string text) => $$$"""{"parentUuid":null,"isSidechain":false,"type":"user","message":{"role":"user","content":"{{{text}}}"},"uuid":"u1","timestamp":"2026-11-20T19:51:52.725Z","cwd":"/repo"}""";

    public static string Answer(string text, string id = "msg_1", int input = 1200, int cached = 5000, string model = "claude-sonnet-4-5", bool sidechain = false) =>
        $$$"""{"isSidechain":{{{(sidechain ? "true" : "false")}}},"message":{"id":"{{{id}}}","type":"message","role":"assistant","model":"{{{model}}}","content":[{"type":"text","text":"{{{text}}}"}],"usage":{"input_tokens":{{{input}}},"cache_creation_input_tokens":300,"cache_read_input_tokens":{{{cached}}},"output_tokens":42}},"requestId":"req_{{{id}}}","type":"assistant","timestamp":"2026-11-20T19:51:52.799Z"}""";

    public static string Compaction => """{"parentUuid":null,"isSidechain":false,"type":"system","subtype":"compact_boundary","content":"Conversation compacted","timestamp":"2026-11-20T20:00:00.000Z","compactMetadata":{"trigger":"manual","preTokens":9000}}""";

    public static string CodexMeta(string directory, string source = "cli") =>
        $$$$"""{"timestamp":"2026-11-20T19:51:55.080Z","type":"session_meta","payload":{"id":"01a1","cwd":"{{{{directory}}}}","source":"{{{{source}}}}","thread_source":"user","base_instructions":{"text":"You are."}}}""";

    public static string CodexTokens(int last, int total, int window = 258_400) =>
        $"{{\"timestamp\":\"2026-11-20T19:51:55.216Z\",\"type\":\"event_msg\",\"payload\":{{\"type\":\"token_count\",\"info\":{{\"total_token_usage\":{{\"total_tokens\":{total}}},\"last_token_usage\":{{\"input_tokens\":{last - 42},\"cached_input_tokens\":500,\"output_tokens\":42,\"total_tokens\":{last}}},\"model_context_window\":{window}}},\"rate_limits\":null}}}}";
}
