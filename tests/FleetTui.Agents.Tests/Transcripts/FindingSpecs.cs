using FleetTui.Agents.Launch;
using FleetTui.Agents.Transcripts;
using FleetTui.Configuration;
using FleetTui.Testing;

namespace FleetTui.Agents.Tests.Transcripts;

public sealed class FindingSpecs : IDisposable
{
    private static readonly DateTimeOffset Started = new(2026, 11, 20, 19, 0, 0, TimeSpan.Zero);
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Claudes_transcript_is_that_of_the_conversation_it_was_started_with()
    {
        var path = Write(".claude/projects/-repo-wt-ps-1/abc.jsonl");
        Write(".claude/projects/-repo-wt-ps-1/other.jsonl");
        Assert.Equal(path, Find("claude", "/repo/wt/ps_1", "abc"));
        Assert.Null(Find("claude", "/repo/wt/ps_1", "missing"));
        Assert.Null(Find("claude", "/repo/wt/ps_1", ""));
    }

    [Fact]
    public void After_clear_it_is_the_one_the_program_says_itself()
    {
        Write(".claude/projects/-repo-wt/abc.jsonl");
        var path = Write(".claude/projects/-real-repo-wt/def.jsonl");
        Assert.Equal(path, Find("claude", "/repo/wt", "abc", """{"pid":1,"sessionId":"def","cwd":"/real/repo/wt","status":"idle"}"""));
        Assert.Null(Find("claude", "/repo/wt", "abc", """{"sessionId":"../../../etc/passwd","cwd":"/real/repo/wt"}"""));
    }

    [Fact]
    public void A_long_path_has_a_hash_behind_its_name()
    {
        var worktree = "/" + new string('w', 250);
        var path = Write($".claude/projects/-{new string('w', 199)}-k3x9/abc.jsonl");
        Assert.Equal(path, Find("claude", worktree, "abc"));
    }

    [Fact]
    public void Codexs_is_the_newest_that_an_interactive_one_wrote_for_the_worktree_since_it_started()
    {
        Rollout("2026/11/20/rollout-2026-11-20T19-00-01-a.jsonl", "/repo/wt", 1);
        var resumed = Rollout("2026/10/01/rollout-2026-10-01T08-00-00-b.jsonl", "/repo/wt", 5);
        Rollout("2026/11/20/rollout-2026-11-20T19-00-06-c.jsonl", "/repo/other", 6);
        Rollout("2026/11/20/rollout-2026-11-20T19-00-07-d.jsonl", "/repo/wt", 7, "exec");
        Rollout("2026/11/20/rollout-2026-11-20T18-00-00-e.jsonl", "/repo/wt", -60);
        Assert.Equal(resumed, Find("codex", "/repo/wt", ""));
        Assert.Null(Find("codex", "/repo/wt", "", since: Started.AddMinutes(6)));
    }

    [Fact]
    public void Any_other_program_has_none() => Assert.Null(AgentAdapters.For(new AgentDefinition("sh", "command", ["sh"], new Dictionary<string, string>(), "never")).TranscriptFormat);

    private string? Find(string kind, string worktree, string conversation, string status = "", DateTimeOffset? since = null)
    {
        var agent = new AgentDefinition(kind, kind, [kind], new Dictionary<string, string>(), "never");
        return AgentAdapters.For(agent).Transcript(new TranscriptSearch(agent, null, new Dictionary<string, string> { ["HOME"] = directory.Path }, worktree, conversation, status, since ?? Started));
    }

    private string Rollout(string name, string worktree, int minute, string source = "vscode")
    {
        var path = Write($".codex/sessions/{name}");
        File.WriteAllText(path, Samples.CodexMeta(worktree, source) + "\n");
        File.SetLastWriteTimeUtc(path, Started.AddMinutes(minute).UtcDateTime);
        return path;
    }

    private string Write(string relative)
    {
        var path = directory[relative];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        return path;
    }
}
