namespace FleetTui.Terminal;

/// <summary>
/// What a program's output asks for beyond the screen. Called while <see cref="VirtualTerminal.Feed"/> runs, on its thread.
/// Every text is bounded and free of control characters.
/// </summary>
public interface ITerminalEffects
{
    /// <summary>Bytes to write to the program's input (answers to DA, DSR, DECRQM, OSC queries…).</summary>
    void Reply(ReadOnlySpan<byte> bytes);

    /// <summary>OSC 0/2: the window title changed.</summary>
    void TitleChanged(string title);

    void Bell();

    /// <summary>OSC 9, 777 or 99. <paramref name="title"/> may be empty.</summary>
    void Notification(string title, string body);

    /// <summary>OSC 52 write; <paramref name="selection"/> is "c", "p"… An empty text is not reported.</summary>
    void ClipboardWrite(string selection, string text);

    /// <summary>OSC 7 (a file URI, as sent).</summary>
    void WorkingDirectory(string uri);

    /// <summary>OSC 9;4.</summary>
    void Progress(ProgressState state, int percent);

    /// <summary>OSC 7501; "clear" also when the terminal was reset (RIS).</summary>
    void ProgramStatus(ProgramStatus status);

    /// <summary>OSC 133; <paramref name="exitCode"/> is set for mark D where told.</summary>
    void PromptMark(PromptMark mark, int? exitCode);
}

/// <summary>ConEmu's OSC 9;4 states.</summary>
public enum ProgressState : byte
{
    None,
    Normal,
    Error,
    Indeterminate,
    Paused,
}

/// <summary>OSC 133 (FinalTerm): A prompt, B command line, C output, D finished.</summary>
public enum PromptMark : byte
{
    PromptStart,
    CommandStart,
    OutputStart,
    CommandFinished,
}

/// <summary>
/// The Program Status Protocol, OSC 7501: <c>state=idle|working|done|blocked|error|clear</c>, optional <c>kind=permission|question|auth</c>,
/// <c>app</c>, <c>id</c>, and decoded <c>title</c>/<c>msg</c>. Unknown states are not reported.
/// </summary>
public sealed record ProgramStatus(string State, string? Kind, string? App, string? Id, string? Title, string? Message, int? Progress);
