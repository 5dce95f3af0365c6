using FleetTui.Api.Status;
using FleetTui.Console.Model;
using FleetTui.Terminal;
using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Scrolling.Transcripts;

/// <summary>
/// What was read of a slot's transcript so far, as a pane whose screen is as long as all of it: so copy mode reads it as it reads a pane. Older pages get lower line
/// numbers, so that a reader stays on his line. Owned by the loop.
/// </summary>
public sealed class TranscriptView : IPaneView
{
    /// <summary>More rows are not held; older ones are then left to the file.</summary>
    private const int Most = 200_000;

    /// <summary>The number of the first row that was read; there is room for any history before it.</summary>
    private const long Start = 1L << 40;

    private readonly List<SaidEntry> _entries;
    private readonly Theme _theme;
    private readonly bool _ascii;
    private readonly List<TranscriptRow> _rows = [];

    public TranscriptView(SlotTranscript read, int columns, Theme theme, bool ascii)
    {
        (Pane, Path, Columns, _theme, _ascii) = (read.Slot, read.Path, columns, theme, ascii);
        (Before, End, _entries) = (read.Before, read.End, [.. read.Entries]);
        FirstLine = Start;
        Lay(0, _entries, _rows);
    }

    public string Pane { get; }

    /// <summary>The agent's file.</summary>
    public string Path { get; }

    /// <summary>Where the page before begins to be asked for; null when all is here, or enough.</summary>
    public long? Before { get; private set; }

    /// <summary>Where what is said next will stand.</summary>
    public long End { get; private set; }

    /// <summary>A page was asked for and has not come yet.</summary>
    public bool Asked { get; set; }

    /// <summary>There is more than is held.</summary>
    public bool IsCut { get; private set; }

    public Lock Gate { get; } = new();

    public bool Exists => true;

    public int Columns { get; private set; }

    public int Rows => Math.Max(1, _rows.Count);

    public long FirstLine { get; private set; }

    public long FirstScreenLine => FirstLine;

    public TerminalCursor Cursor => default;

    public TerminalModes Modes => default;

    public string Title => "";

    public PaneInfo? Info => null;

    public long Version { get; private set; }

    /// <summary>Never raised: the loop itself makes the changes.</summary>
    public event Action<IPaneView>? Changed
    {
        add { }
        remove { }
    }

    public ReadOnlySpan<Cell> Row(int row) => row < _rows.Count ? _rows[row].Cells : [];

    public long RowVersion(int row) => Version;

    public string? LinkUri(ushort link) => null;

    public bool Wraps(long line) => At(line)?.Wraps == true;

    public bool IsPrompt(long line) => At(line)?.Prompt == true;

    public Task<PaneLines> LinesAsync(long from, int count, CancellationToken cancellation) => Task.FromResult(Lines(from, count));

    public PaneLines Lines(long from, int count)
    {
        var first = (int)Math.Clamp(from - FirstLine, 0, _rows.Count);
        var rows = _rows.GetRange(first, Math.Min(count, _rows.Count - first));
        return new PaneLines(FirstLine + first, [.. rows.Select(row => row.Cells)], [.. rows.Select(row => row.Wraps)], FirstLine, FirstScreenLine);
    }

    /// <summary>The page before what is here.</summary>
    public void Prepend(SlotTranscript page)
    {
        var older = new List<TranscriptRow>();
        Lay(0, page.Entries, older);
        _entries.InsertRange(0, page.Entries);
        for (var i = 0; i < _rows.Count; i++)
        {
            _rows[i] = _rows[i] with { Entry = _rows[i].Entry + page.Entries.Count };
        }

        _rows.InsertRange(0, older);
        FirstLine -= older.Count;
        IsCut = page.Before is not null && _rows.Count > Most;
        Before = IsCut ? null : page.Before;
        Version++;
    }

    /// <summary>What was said since.</summary>
    public void Append(SlotTranscript page)
    {
        Lay(_entries.Count, page.Entries, _rows);
        _entries.AddRange(page.Entries);
        End = page.End;
        Version++;
    }

    /// <summary>Lays all out in another width.</summary>
    /// <returns>Where what began a line stands now.</returns>
    public Func<long, long> Rewrap(int columns)
    {
        var before = _rows.Select(row => row.Entry).ToList();
        var first = FirstLine;
        Columns = columns;
        _rows.Clear();
        Lay(0, _entries, _rows);
        Version++;
        var begins = new Dictionary<int, int>();
        for (var row = 0; row < _rows.Count; row++)
        {
            begins.TryAdd(_rows[row].Entry, row);
        }

        return line =>
        {
            var row = (int)Math.Clamp(line - first, 0, Math.Max(0, before.Count - 1));
            return before.Count == 0 ? first : Math.Min(FirstLine + Rows - 1, FirstLine + begins[before[row]] + (row - before.IndexOf(before[row])));
        };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private TranscriptRow? At(long line) => line >= FirstLine && line < FirstLine + _rows.Count ? _rows[(int)(line - FirstLine)] : null;

    private void Lay(int first, IReadOnlyList<SaidEntry> entries, List<TranscriptRow> rows)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            rows.AddRange(TranscriptLayout.Rows(entries[i], first + i, Columns, _theme, _ascii));
        }
    }
}
