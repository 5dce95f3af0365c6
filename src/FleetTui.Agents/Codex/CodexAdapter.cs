using FleetTui.Agents.Launch;
using FleetTui.Agents.State;
using FleetTui.Agents.Transcripts;

namespace FleetTui.Agents.Codex;

/// <summary>Codex CLI, as seen with 0.169.0: it reports idle, working and done by OSC 7501 without being asked.</summary>
internal sealed class CodexAdapter : IAgentAdapter
{
    private readonly CodexRollouts rollouts = new();

    public string? AccountVariable => "CODEX_HOME";

    public ITranscriptFormat TranscriptFormat => CodexRolloutFormat.Instance;

    public string? Transcript(TranscriptSearch search) => rollouts.Find(search);

    public string InstallHint(string program) =>
        $"Install it with: npm install -g @openai/codex — or name the program in fleet.toml: [agents.codex] command = [\"/path/to/{Path.GetFileName(program)}\"].";

    public IReadOnlyList<string> Command(LaunchRequest request) => request.Agent.Command;

    public SignalReading Read(AgentSignal signal) => signal switch
    {
        AgentSignal.TitleChanged title when CommonReading.Spins(title.Text) => new SignalReading.Reports(ReportSource.Title, AgentActivity.Working, ""),
        AgentSignal.TitleChanged => new SignalReading.Withdraws(ReportSource.Title),
        AgentSignal.Notification notification when notification.Body.Contains("approval", StringComparison.OrdinalIgnoreCase) =>
            new SignalReading.Reports(ReportSource.Notification, AgentActivity.NeedsInput, "permission"),
        AgentSignal.Notification notification when notification.Body.Contains("turn complete", StringComparison.OrdinalIgnoreCase) =>
            new SignalReading.Reports(ReportSource.Notification, AgentActivity.Done, ""),
        _ => CommonReading.Read(signal),
    };
}
