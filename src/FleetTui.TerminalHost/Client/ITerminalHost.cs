using FleetTui.Terminal;
using FleetTui.Terminal.Input;

namespace FleetTui.TerminalHost.Client;

/// <summary>What to run in a new pane. <paramref name="Pane"/> names it (the fleet uses the slot's id). The environment is complete: nothing is inherited.</summary>
public sealed record PaneStart(
    string Pane,
    IReadOnlyList<string> Command,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment,
    int Columns,
    int Rows,
    int ScrollbackLines);

public enum PaneLife
{
    Running,
    Exited,

    /// <summary>The command could not be started; <see cref="PaneInfo.Failure"/> says why.</summary>
    Failed,
}

/// <summary>A pane as the host knows it. An exited pane keeps its screen until it is removed or started again.</summary>
public sealed record PaneInfo(
    string Pane,
    PaneLife Life,
    int ProcessId,
    int? ExitCode,
    int? Signal,
    string? Failure,
    int Columns,
    int Rows,
    string Title,
    string? WorkingDirectory,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset LastOutputAt);

/// <summary>Text of a pane: scrollback first, then the screen, right-trimmed.</summary>
public sealed record PaneCapture(IReadOnlyList<string> Lines, int CursorX, int CursorY, int Columns, int Rows);

/// <summary>Something a pane did, in order. <see cref="Sequence"/> rises by one per pane.</summary>
public abstract record PaneEvent(string Pane, long Sequence, DateTimeOffset At)
{
    public sealed record Started(string Pane, long Sequence, DateTimeOffset At, int ProcessId) : PaneEvent(Pane, Sequence, At);

    public sealed record Exited(string Pane, long Sequence, DateTimeOffset At, int? ExitCode, int? Signal) : PaneEvent(Pane, Sequence, At);

    public sealed record Failed(string Pane, long Sequence, DateTimeOffset At, string Reason) : PaneEvent(Pane, Sequence, At);

    public sealed record Removed(string Pane, long Sequence, DateTimeOffset At) : PaneEvent(Pane, Sequence, At);

    public sealed record TitleChanged(string Pane, long Sequence, DateTimeOffset At, string Title) : PaneEvent(Pane, Sequence, At);

    public sealed record Bell(string Pane, long Sequence, DateTimeOffset At) : PaneEvent(Pane, Sequence, At);

    public sealed record Notification(string Pane, long Sequence, DateTimeOffset At, string Title, string Body) : PaneEvent(Pane, Sequence, At);

    public sealed record ClipboardWrite(string Pane, long Sequence, DateTimeOffset At, string Selection, string Text) : PaneEvent(Pane, Sequence, At);

    public sealed record Progress(string Pane, long Sequence, DateTimeOffset At, ProgressState State, int Percent) : PaneEvent(Pane, Sequence, At);

    public sealed record Status(string Pane, long Sequence, DateTimeOffset At, ProgramStatus Report) : PaneEvent(Pane, Sequence, At);

    public sealed record Prompt(string Pane, long Sequence, DateTimeOffset At, PromptMark Mark, int? ExitCode) : PaneEvent(Pane, Sequence, At);

    /// <summary>Output began after quiet, or ended: sent at most once a second per pane, never per byte.</summary>
    public sealed record Activity(string Pane, long Sequence, DateTimeOffset At, bool Active) : PaneEvent(Pane, Sequence, At);
}

/// <summary>
/// The terminal host as its clients see it, over one unix socket. Any number of clients; each call may be made from any thread.
/// A call fails with <see cref="TerminalHostException"/> when the host refuses (no such pane…) and <see cref="System.IO.IOException"/> when it is gone.
/// </summary>
public interface ITerminalHost : IAsyncDisposable
{
    /// <summary>Completes when the connection is lost or closed. A host that becomes another program keeps its connections: requests wait, views and events go on.</summary>
    Task Closed { get; }

    /// <summary>Who answers now.</summary>
    HostIdentity Host { get; }

    /// <summary>Starts a pane; one of that name that has exited is replaced, its scrollback kept above a separating line; a running one is refused.</summary>
    Task<PaneInfo> StartAsync(PaneStart start, CancellationToken cancellation);

    /// <summary>SIGHUP to the pane's foreground and session process groups, SIGKILL after <paramref name="grace"/>; completes when it is gone.</summary>
    Task StopAsync(string pane, TimeSpan grace, CancellationToken cancellation);

    /// <summary>Forgets an exited pane and its screen.</summary>
    Task RemoveAsync(string pane, CancellationToken cancellation);

    Task<IReadOnlyList<PaneInfo>> ListAsync(CancellationToken cancellation);

    /// <summary>Raw bytes to the program.</summary>
    Task WriteAsync(string pane, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>A key, encoded by the host under the modes the program has set now.</summary>
    Task KeyAsync(string pane, KeyEvent key, CancellationToken cancellation);

    /// <summary>A mouse event in the pane's cells; false when the program does not want it.</summary>
    Task MouseAsync(string pane, MouseEvent mouse, CancellationToken cancellation);

    Task PasteAsync(string pane, string text, CancellationToken cancellation);

    Task FocusAsync(string pane, bool focused, CancellationToken cancellation);

    /// <summary>Takes the pane's size: it is this client's until another one types there or takes it.</summary>
    Task ResizeAsync(string pane, int columns, int rows, CancellationToken cancellation);

    /// <summary>
    /// The size of this client's window onto a pane, in cells. It counts at once where no other client owns the size, else when this client types there or
    /// the owner has gone. A host of protocol 2.0 resizes the pane in any case.
    /// </summary>
    Task OfferSizeAsync(string pane, int columns, int rows, CancellationToken cancellation);

    Task<PaneCapture> CaptureAsync(string pane, int scrollbackLines, CancellationToken cancellation);

    /// <summary>Effects of all panes from now on, with the last known state of each first (Started, TitleChanged, Status, Progress, Exited as they apply).</summary>
    IAsyncEnumerable<PaneEvent> EventsAsync(CancellationToken cancellation);

    /// <summary>A live copy of a pane's screen: a snapshot, then changed rows. Dispose to stop watching. Waits for nothing when the pane is not there: it shows empty until the pane starts.</summary>
    Task<IPaneView> WatchAsync(string pane, CancellationToken cancellation);

    /// <summary>Ends the host and with it every pane. Only for tests and `fleet down --all`.</summary>
    Task ShutdownAsync(CancellationToken cancellation);
}

/// <summary>The host refused a call: the message is one sentence for the user.</summary>
public sealed class TerminalHostException(string message) : Exception(message);
