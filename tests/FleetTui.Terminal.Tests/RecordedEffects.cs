using System.Text;

namespace FleetTui.Terminal.Tests;

/// <summary>Keeps what a terminal asked of its surroundings, in order.</summary>
internal sealed class RecordedEffects : ITerminalEffects
{
    private readonly StringBuilder replies = new();

    public List<string> Events { get; } = [];

    /// <summary>All answers; ESC as "^[", BEL as "^G".</summary>
    public string Replies => replies.ToString().Replace("\e", "^[", StringComparison.Ordinal).Replace("\a", "^G", StringComparison.Ordinal);

    public ProgramStatus? Status { get; private set; }

    public void Reply(ReadOnlySpan<byte> bytes) => replies.Append(Encoding.UTF8.GetString(bytes));

    public void TitleChanged(string title) => Events.Add($"title {title}");

    public void Bell() => Events.Add("bell");

    public void Notification(string title, string body) => Events.Add($"notification {title}|{body}");

    public void ClipboardWrite(string selection, string text) => Events.Add($"clipboard {selection}|{text}");

    public void WorkingDirectory(string uri) => Events.Add($"directory {uri}");

    public void Progress(ProgressState state, int percent) => Events.Add($"progress {state} {percent}");

    public void ProgramStatus(ProgramStatus status)
    {
        Status = status;
        Events.Add($"status {status.State}");
    }

    public void PromptMark(PromptMark mark, int? exitCode) => Events.Add($"prompt {mark} {exitCode}");
}
