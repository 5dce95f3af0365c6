using FleetTui.Console.Outer.Output;
using FleetTui.Terminal;
using FleetTui.Terminal.Cells;

namespace FleetTui.Soak;

/// <summary>The terminal that the console draws on: our engine, row by row with digests that only changed rows are counted anew for.</summary>
internal sealed class ShownScreen
{
    private readonly VirtualTerminal _terminal;
    private Cell[] _cells = [];
    private ulong[] _digests = [];
    private bool[] _changed = [];

    public ShownScreen(int columns, int rows, ITerminalEffects effects)
    {
        _terminal = new VirtualTerminal(columns, rows, new TerminalOptions(ScrollbackLines: 0), effects);
        Sized();
    }

    public VirtualTerminal Terminal => _terminal;

    public int Columns => _terminal.Columns;

    public int Rows => _terminal.Rows;

    public void Resize(int columns, int rows)
    {
        _terminal.Resize(columns, rows);
        Sized();
    }

    public void Feed(ReadOnlySpan<byte> bytes) => _terminal.Feed(bytes);

    public ReadOnlySpan<Cell> Row(int y)
    {
        _terminal.CopyLine(_terminal.FirstScreenLine + y, _cells);
        return _cells;
    }

    public string TextOf(int y) => _terminal.TextOf(_terminal.FirstScreenLine + y);

    /// <summary>Digests of all rows, as the console counts them.</summary>
    public ReadOnlySpan<ulong> Digests()
    {
        _terminal.TakeChanges(_changed);
        for (var y = 0; y < Rows; y++)
        {
            if (_changed[y])
            {
                _digests[y] = FrameDigest.OfRow(Row(y), style => style, link => _terminal.LinkUri(link) ?? "");
            }
        }

        return _digests;
    }

    private void Sized()
    {
        (_cells, _digests, _changed) = (new Cell[Columns], new ulong[Rows], new bool[Rows]);
        for (var y = 0; y < Rows; y++)
        {
            _digests[y] = FrameDigest.OfRow(Row(y), style => style, link => _terminal.LinkUri(link) ?? "");
        }
    }
}
