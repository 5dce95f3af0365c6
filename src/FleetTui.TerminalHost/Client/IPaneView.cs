using FleetTui.Terminal;
using FleetTui.Terminal.Cells;

namespace FleetTui.TerminalHost.Client;

/// <summary>
/// A client's live copy of one pane's screen. Updates are applied as whole frames under <see cref="Gate"/>; readers lock it while copying rows.
/// Lines carry absolute numbers as in <see cref="VirtualTerminal"/>, so a scrolled-back reader stays on its line.
/// </summary>
public interface IPaneView : IAsyncDisposable
{
    string Pane { get; }

    Lock Gate { get; }

    /// <summary>False until the pane has been started once.</summary>
    bool Exists { get; }

    int Columns { get; }

    int Rows { get; }

    long FirstLine { get; }

    long FirstScreenLine { get; }

    TerminalCursor Cursor { get; }

    TerminalModes Modes { get; }

    string Title { get; }

    PaneInfo? Info { get; }

    /// <summary>Rises with every frame applied.</summary>
    long Version { get; }

    /// <summary>A screen row's cells (0-based from the top), <see cref="Columns"/> long. Valid while <see cref="Gate"/> is held.</summary>
    ReadOnlySpan<Cell> Row(int row);

    /// <summary>When a row last changed, as a <see cref="Version"/>: lets a compositor skip what it has painted.</summary>
    long RowVersion(int row);

    string? LinkUri(ushort link);

    /// <summary>Fetches lines [<paramref name="from"/>, from + count) of scrollback or screen, clipped to what is kept; each is blank-padded to <see cref="Columns"/>.</summary>
    Task<PaneLines> LinesAsync(long from, int count, CancellationToken cancellation);

    /// <summary>Raised after each frame, on the client's reading thread: return at once.</summary>
    event Action<IPaneView>? Changed;
}

/// <summary>Lines of a pane from absolute number <paramref name="From"/> on; <paramref name="Wrapped"/> tells for each whether it goes on in the next.</summary>
public sealed record PaneLines(long From, IReadOnlyList<Cell[]> Lines, IReadOnlyList<bool> Wrapped, long FirstLine, long FirstScreenLine)
{
    /// <summary>Those in which a prompt began (OSC 133 ; A), by absolute number.</summary>
    public IReadOnlySet<long> Prompts { get; init; } = new HashSet<long>();
}
