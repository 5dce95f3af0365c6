using System.Text;
using FleetTui.Agents.Launch;
using FleetTui.Agents.Transcripts;
using FleetTui.Configuration;

namespace FleetTui.Agents.Tests.Transcripts;

public sealed class FormatSpecs
{
    [Theory]
    [InlineData("""{"type":"user","message":{"role":"user","content":"mend the test"}}""", EntryKind.Prompt, "mend the test")]
    [InlineData("""{"type":"user","message":{"role":"user","content":[{"type":"text","text":"see"},{"type":"image"}]}}""", EntryKind.Prompt, "see", "[image]")]
    [InlineData("""{"type":"user","message":{"role":"user","content":"<command-name>/clear</command-name>\n<command-message>clear</command-message>\n<command-args></command-args>"}}""", EntryKind.Prompt, "/clear")]
    [InlineData("""{"type":"user","message":{"role":"user","content":"<bash-input>ls</bash-input>"}}""", EntryKind.Prompt, "! ls")]
    [InlineData("""{"type":"user","message":{"role":"user","content":[{"type":"text","text":"[Request interrupted by user]"}]}}""", EntryKind.Note, "Request interrupted by user")]
    [InlineData("""{"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"t","content":"1\n2\n3\n4\n5\n6"}]}}""", EntryKind.ToolResult, "1\n2\n3\n4\n[+2 lines]")]
    [InlineData("""{"type":"user","message":{"content":[{"type":"tool_result","content":[{"type":"text","text":"\u001b[31mred\u001b[0m\u0007"},{"type":"image"}]}]}}""", EntryKind.ToolResult, "red\n[image]")]
    [InlineData("""{"type":"assistant","message":{"content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"Done."}]}}""", EntryKind.Answer, "Done.")]
    [InlineData("""{"type":"assistant","message":{"content":[{"type":"tool_use","name":"Bash","input":{"description":"run","command":"npm test\nnpm run lint"}}]}}""", EntryKind.ToolCall, "Bash: npm test …")]
    [InlineData("""{"type":"assistant","message":{"content":[{"type":"tool_use","name":"Odd","input":{"n":1}}]}}""", EntryKind.ToolCall, "Odd: {\"n\":1}")]
    [InlineData("""{"type":"assistant","isApiErrorMessage":true,"message":{"model":"<synthetic>","content":[{"type":"text","text":"API Error: 529"}],"usage":{"input_tokens":0}}}""", EntryKind.Note, "API Error: 529")]
    [InlineData("""{"type":"system","subtype":"compact_boundary"}""", EntryKind.Note, "the conversation was compacted")]
    public void Claudes_lines_say_what_was_said(string line, EntryKind kind, params string[] texts) => Says("claude", line, kind, texts);

    [Theory]
    [InlineData("""{"type":"user","isMeta":true,"message":{"content":"<local-command-caveat>x"}}""")]
    [InlineData("""{"type":"user","isCompactSummary":true,"message":{"content":"This session is being continued"}}""")]
    [InlineData("""{"type":"file-history-snapshot"}""")]
    [InlineData("""{"type":"user"}""")]
    [InlineData("""{"type":"assistant","message":{"content":null}}""")]
    [InlineData("""{"type":"assistant","message":"text"}""")]
    [InlineData("""{}""")]
    public void What_nobody_said_is_not_shown(string line) => Assert.Empty(Read("claude", line)!.Entries);

    [Theory]
    [InlineData("""{"type":"response_item","payload":{"type":"message","role":"user","content":[{"type":"input_text","text":"mend it"}]}}""", EntryKind.Prompt, "mend it")]
    [InlineData("""{"type":"response_item","payload":{"type":"message","role":"assistant","content":[{"type":"output_text","text":"Mended."}]}}""", EntryKind.Answer, "Mended.")]
    [InlineData("""{"type":"response_item","payload":{"type":"function_call","name":"exec_command","arguments":"{\"cmd\": \"echo a; ls\"}"}}""", EntryKind.ToolCall, "exec_command: echo a; ls")]
    [InlineData("""{"type":"response_item","payload":{"type":"function_call","name":"shell","arguments":"{\"command\":[\"ls\",\"-l\"]}"}}""", EntryKind.ToolCall, "shell: ls -l")]
    [InlineData("""{"type":"response_item","payload":{"type":"custom_tool_call","name":"apply_patch","input":"*** Begin Patch\n*** End Patch"}}""", EntryKind.ToolCall, "apply_patch: *** Begin Patch …")]
    [InlineData("""{"type":"response_item","payload":{"type":"function_call_output","output":"Chunk ID: 1\nProcess exited with code 0\nOutput:\nhello\na.txt\n"}}""", EntryKind.ToolResult, "hello\na.txt")]
    [InlineData("""{"type":"event_msg","payload":{"type":"turn_aborted","reason":"interrupted"}}""", EntryKind.Note, "interrupted")]
    [InlineData("""{"type":"compacted","payload":{"message":"summary"}}""", EntryKind.Note, "the conversation was compacted")]
    public void Codexs_lines_say_what_was_said(string line, EntryKind kind, params string[] texts) => Says("codex", line, kind, texts);

    [Theory]
    [InlineData("""{"type":"response_item","payload":{"type":"message","role":"developer","content":[{"type":"input_text","text":"be safe"}]}}""")]
    [InlineData("""{"type":"response_item","payload":{"type":"message","role":"user","content":[{"type":"input_text","text":"<environment_context>\n</environment_context>"}]}}""")]
    [InlineData("""{"type":"response_item","payload":{"type":"reasoning","summary":[]}}""")]
    [InlineData("""{"type":"event_msg","payload":{"type":"token_count","info":null}}""")]
    [InlineData("""{"type":"world_state"}""")]
    public void What_codex_tells_the_model_itself_is_not_shown(string line) => Assert.Empty(Read("codex", line)!.Entries);

    [Fact]
    public void Each_request_has_an_id_to_be_counted_once_by_and_its_parts()
    {
        var usage = Read("claude", Samples.Answer("a", "msg_7"))!.Usage!;
        Assert.Equal(("msg_7 req_msg_7", "claude-sonnet-4-5", 1200L, 5000L, 300L, 42L, false), (usage.Id, usage.Model, usage.Input, usage.CacheRead, usage.CacheWrite, usage.Output, usage.Sidechain));
        Assert.True(Read("claude", Samples.Answer("a", sidechain: true))!.Usage!.Sidechain);
        Assert.Null(Read("claude", Samples.Answer("a", model: "<synthetic>"))!.Usage);

        var codex = Read("codex", Samples.CodexTokens(1242, 2484))!;
        Assert.Equal(("total 2484", 700L, 500L, 42L, 1242L, 258_400L), (codex.Usage!.Id, codex.Usage.Input, codex.Usage.CacheRead, codex.Usage.Output, codex.Usage.Context, codex.Window));
    }

    public static ITranscriptFormat Format(string kind) => AgentAdapters.For(new AgentDefinition(kind, kind, [kind], new Dictionary<string, string>(), "never")).TranscriptFormat!;

    private static TranscriptRecord? Read(string kind, string line) => Format(kind).Read(Encoding.UTF8.GetBytes(line));

    private static void Says(string agent, string line, EntryKind kind, string[] texts)
    {
        var entries = Read(agent, line)!.Entries;
        Assert.Equal(texts, entries.Select(entry => entry.Text));
        Assert.All(entries, entry => Assert.Equal(kind, entry.Kind));
    }
}
