using FleetTui.Terminal;

namespace FleetTui.TerminalHost.Tests.Programs;

/// <summary>For a terminal that only paints.</summary>
internal sealed class NoEffects : ITerminalEffects
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
