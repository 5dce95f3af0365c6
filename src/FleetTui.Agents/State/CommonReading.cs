namespace FleetTui.Agents.State;

/// <summary>The meaning of signals that are standards, whatever the program.</summary>
internal static class CommonReading
{
    public static SignalReading Read(AgentSignal signal) => signal switch
    {
        AgentSignal.ProgramStatus status => Status(status),
        AgentSignal.Progress { Error: true } => new SignalReading.Reports(ReportSource.Progress, AgentActivity.NeedsInput, "error"),
        AgentSignal.Progress { Shown: true } => new SignalReading.Reports(ReportSource.Progress, AgentActivity.Working, ""),
        AgentSignal.Progress => new SignalReading.Withdraws(ReportSource.Progress),
        AgentSignal.Prompt { CommandRuns: true } => new SignalReading.Reports(ReportSource.Prompt, AgentActivity.Working, ""),
        AgentSignal.Prompt => new SignalReading.Reports(ReportSource.Prompt, AgentActivity.Idle, "prompt"),
        _ => SignalReading.Nothing.Instance,
    };

    /// <summary>The spinner that Claude Code and Codex put first in their title while they work: a braille pattern (U+2800–U+28FF).</summary>
    public static bool Spins(string title) => title.Length > 0 && title[0] is >= '\u2800' and <= '\u28FF';

    private static SignalReading Status(AgentSignal.ProgramStatus status) => status.State switch
    {
        "idle" => new SignalReading.Reports(ReportSource.ProgramStatus, AgentActivity.Idle, ""),
        "working" => new SignalReading.Reports(ReportSource.ProgramStatus, AgentActivity.Working, ""),
        "done" => new SignalReading.Reports(ReportSource.ProgramStatus, AgentActivity.Done, status.Message ?? ""),
        "blocked" => new SignalReading.Reports(ReportSource.ProgramStatus, AgentActivity.NeedsInput, Kind(status)),
        "error" => new SignalReading.Reports(ReportSource.ProgramStatus, AgentActivity.NeedsInput, string.IsNullOrEmpty(status.Message) ? "error" : $"error: {status.Message}"),
        "clear" => new SignalReading.Withdraws(ReportSource.ProgramStatus),
        _ => SignalReading.Nothing.Instance,
    };

    private static string Kind(AgentSignal.ProgramStatus status) => status.Kind switch
    {
        "auth" => "login",
        null or "" => status.Message ?? "",
        var kind => kind,
    };
}
