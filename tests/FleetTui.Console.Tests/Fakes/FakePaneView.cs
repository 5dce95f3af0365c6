using FleetTui.Terminal;
using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Tests.Fakes;

/// <summary>A pane in memory: lines of text, the last of them the screen.</summary>
internal sealed class FakePaneView(string pane, int columns = 80, int rows = 20) : IPaneView
{
    private readonly List<Cell[]> _lines = [.. Enumerable.Range(0, rows).Select(_ => Blank(columns))];

    private readonly Dictionary<int, long> _printed = [];
    private long _all;

    public string Pane { get; } = pane;

    public Lock Gate { get; } = new();

    public bool Exists { get; set; } = true;

    public int Columns { get; set; } = columns;

    public int Rows { get; set; } = rows;

    public long FirstLine => 0;

    public long FirstScreenLine => _lines.Count - Rows;

    public TerminalCursor Cursor { get; set; } = new(0, 0, true, CursorShape.Default, true);

    public TerminalModes Modes { get; set; }

    public string Title { get; set; } = "";

    public PaneInfo? Info { get; set; } = Running(pane);

    public long Version { get; private set; }

    public event Action<IPaneView>? Changed;

    /// <summary>Lines that go on in the next.</summary>
    public HashSet<long> Wrapped { get; } = [];

    /// <summary>Lines in which a prompt begins.</summary>
    public HashSet<long> Prompts { get; } = [];

    public static PaneInfo Running(string pane) =>
        new(pane, PaneLife.Running, 100, null, null, null, 80, 20, "", null, DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch);

    /// <summary>Replaces the lines, scrollback first; the last <see cref="Rows"/> are the screen.</summary>
    public FakePaneView With(params string[] lines)
    {
        _lines.Clear();
        _lines.AddRange(lines.Select(Line));
        while (_lines.Count < Rows)
        {
            _lines.Add(Blank(Columns));
        }

        return this;
    }

    public void Append(string line)
    {
        _lines.Add(Line(line));
        _all = ++Version;
        Changed?.Invoke(this);
    }

    /// <summary>Another text in one row of the screen, as a key's echo makes it.</summary>
    public void Print(int row, string text)
    {
        _lines[(int)FirstScreenLine + row] = Line(text);
        _printed[row] = ++Version;
    }

    public ReadOnlySpan<Cell> Row(int row) => _lines[(int)FirstScreenLine + row];

    public long RowVersion(int row) => Math.Max(_printed.GetValueOrDefault(row), _all);

    public string? LinkUri(ushort link) => null;

    public Task<PaneLines> LinesAsync(long from, int count, CancellationToken cancellation)
    {
        var end = Math.Min(_lines.Count, from + count);
        var lines = Enumerable.Range((int)from, (int)Math.Max(0, end - from)).Select(line => _lines[line]).ToList();
        return Task.FromResult(new PaneLines(from, lines, [.. lines.Select((_, i) => Wrapped.Contains(from + i))], FirstLine, FirstScreenLine) { Prompts = Prompts });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Cell[] Blank(int columns) => [.. Enumerable.Repeat(Cell.Blank, columns)];

    private Cell[] Line(string text)
    {
        var buffer = new Compositing.CellBuffer(Columns, 1);
        new Compositing.Canvas(buffer, new Compositing.Rect(0, 0, Columns, 1)).Text(0, 0, text, CellStyle.Default);
        return buffer.Row(0).ToArray();
    }
}
