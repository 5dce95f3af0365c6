namespace FleetTui.Terminal;

/// <summary>For a terminal that only paints; a listener to some of the effects derives from it.</summary>
public class SilentEffects : ITerminalEffects
{
    public virtual void Reply(ReadOnlySpan<byte> bytes)
    {
    }

    public virtual void TitleChanged(string title)
    {
    }

    public virtual void Bell()
    {
    }

    public virtual void Notification(string title, string body)
    {
    }

    public virtual void ClipboardWrite(string selection, string text)
    {
    }

    public virtual void WorkingDirectory(string uri)
    {
    }

    public virtual void Progress(ProgressState state, int percent)
    {
    }

    public virtual void ProgramStatus(ProgramStatus status)
    {
    }

    public virtual void PromptMark(PromptMark mark, int? exitCode)
    {
    }
}
