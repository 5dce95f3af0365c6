using FleetTui.Agents.Launch;
using FleetTui.Agents.State;
using FleetTui.Agents.Transcripts;
using FleetTui.Configuration;

namespace FleetTui.Agents.Claude;

/// <summary>Claude Code, as seen with 2.1.197 and 2.1.329.</summary>
internal sealed class ClaudeAdapter : IAgentAdapter
{
    public string? AccountVariable => "CLAUDE_CONFIG_DIR";

    public ITranscriptFormat TranscriptFormat => ClaudeTranscriptFormat.Instance;

    public string? Transcript(TranscriptSearch search) => ClaudeTranscripts.Find(search);

    public bool HasExtendedContext(TranscriptSearch search) => ClaudeTranscripts.IsExtended(search);

    public string InstallHint(string program) =>
        $"Install it with: npm install -g @anthropic-ai/claude-code — or name the program in fleet.toml: [agents.claude] command = [\"/path/to/{Path.GetFileName(program)}\"].";

    /// <summary>Adds the role's brief to the system prompt: <c>--append-system-prompt</c> leaves the user's own settings and the repository's CLAUDE.md in force.</summary>
    public IReadOnlyList<string> Command(LaunchRequest request) =>
    [
        .. request.Agent.Command,
        .. ClaudeConversation.Flags(request),
        .. request.Role is null ? (IEnumerable<string>)[] : ["--append-system-prompt", RoleBrief.Text(request.Role)],
    ];

    public string? StatusFile(AgentDefinition agent, AccountDefinition? account, IReadOnlyDictionary<string, string> environment, int pid) =>
        ClaudeSessionFile.Path(ClaudeDirectory.Of(agent, account, environment), pid);

    public SignalReading Read(AgentSignal signal) => signal switch
    {
        AgentSignal.StatusFile file => ClaudeSessionFile.Read(file.Content),
        AgentSignal.TitleChanged title when CommonReading.Spins(title.Text) => new SignalReading.Reports(ReportSource.Title, AgentActivity.Working, ""),
        AgentSignal.TitleChanged title when title.Text.StartsWith('✳') => new SignalReading.Reports(ReportSource.Title, AgentActivity.Idle, ""),
        AgentSignal.TitleChanged => new SignalReading.Withdraws(ReportSource.Title),
        AgentSignal.Notification notification => Notified(notification.Body),
        _ => CommonReading.Read(signal),
    };

    private static SignalReading Notified(string body) => body switch
    {
        _ when body.Contains("permission", StringComparison.OrdinalIgnoreCase) || body.Contains("approval", StringComparison.OrdinalIgnoreCase) =>
            new SignalReading.Reports(ReportSource.Notification, AgentActivity.NeedsInput, "permission"),
        _ when body.Contains("waiting for your input", StringComparison.OrdinalIgnoreCase) =>
            new SignalReading.Reports(ReportSource.Notification, AgentActivity.Idle, ""),
        _ => SignalReading.Nothing.Instance,
    };
}
