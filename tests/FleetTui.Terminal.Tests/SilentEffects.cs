namespace FleetTui.Terminal.Tests;

/// <summary>Nobody listens.</summary>
internal sealed class SilentEffects : ITerminalEffects
{
    public void Reply(ReadOnlySpan<byte> bytes)
    {
    }

    public void TitleChanged(string title)
    {
    }

    public void Bell()
    {
    }

    public void Notification(string title, string body)
    {
    }

    public void ClipboardWrite(string selection, string text)
    {
    }

    public void WorkingDirectory(string uri)
    {
    }

    public void Progress(ProgressState state, int percent)
    {
    }

    public void ProgramStatus(ProgramStatus status)
    {
    }

    public void PromptMark(PromptMark mark, int? exitCode)
    {
    }
}
