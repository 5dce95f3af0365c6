using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Fuzzing;

/// <summary>
/// One stretch of a terminal's life: the same bytes, resizes and snapshots for two terminals, one fed in pieces as they come, one cut at random.
/// Both must end up alike, with a sound screen. A third terminal lives through all cases.
/// </summary>
internal sealed class FuzzCase(Piece piece)
{
    private const int BytesPerCase = 48 * 1024;

    /// <summary>A terminal of the largest size with a full scrollback and all tables full stays below this.</summary>
    private const long LongestSnapshot = 64 << 20;

    private readonly VirtualTerminal survivor = new(100, 30, new TerminalOptions(1000), new HashedEffects());

    public long Bytes { get; private set; }

    /// <summary>What went wrong, or null.</summary>
    public string? Run(Random random)
    {
        Bytes = 0;
        var options = new TerminalOptions(random.Next(3) switch { 0 => 0, 1 => random.Next(1, 60), _ => 200 });
        var (columns, rows) = Size(random);
        var (wholeEffects, cutEffects) = (new HashedEffects(), new HashedEffects());
        var whole = new VirtualTerminal(columns, rows, options, wholeEffects);
        var cut = new VirtualTerminal(columns, rows, options, cutEffects);
        while (Bytes < BytesPerCase)
        {
            switch (random.Next(20))
            {
                case 0:
                    (columns, rows) = Size(random);
                    whole.Resize(columns, rows);
                    cut.Resize(columns, rows);
                    if (random.Next(8) == 0)
                        survivor.Resize(Math.Max(columns, 2), Math.Max(rows, 2));
                    break;
                case 1:
                    var snapshot = whole.Snapshot();
                    if (Difference(snapshot, cut) is { } early)
                        return early;
                    cut = VirtualTerminal.Restore(snapshot, options, cutEffects);
                    break;
                case 2:
                    var changed = new bool[rows];
                    _ = whole.ScrolledSinceTake;
                    whole.TakeChanges(changed);
                    break;
                default:
                    Feed(random, whole, cut);
                    break;
            }
        }

        if (wholeEffects.Hash != cutEffects.Hash)
            return "the effects differ between one feed and many";
        return Difference(whole.Snapshot(), cut) ?? Unsound(whole) ?? Unsound(survivor);
    }

    private static (int Columns, int Rows) Size(Random random) => random.Next(8) switch
    {
        0 => (random.Next(1, 6), random.Next(1, 6)),
        1 => (random.Next(1, 300), random.Next(1, 100)),
        2 => (80, 24),
        3 => (120, 40),
        _ => (random.Next(2, 60), random.Next(2, 20)),
    };

    private static string? Difference(byte[] snapshot, VirtualTerminal other)
    {
        if (snapshot.Length > LongestSnapshot)
            return $"a snapshot of {snapshot.Length} bytes";
        return snapshot.AsSpan().SequenceEqual(other.Snapshot()) ? null : "one feed and many end up differently";
    }

    /// <summary>What is wrong with the cursor or the screen's cells, or null.</summary>
    private static string? Unsound(VirtualTerminal terminal)
    {
        if ((uint)terminal.Cursor.X >= terminal.Columns || (uint)terminal.Cursor.Y >= terminal.Rows)
            return $"the cursor is at {terminal.Cursor.X},{terminal.Cursor.Y} of {terminal.Columns}×{terminal.Rows}";
        var cells = new Cell[terminal.Columns];
        for (var y = 0; y < terminal.Rows; y++)
        {
            terminal.CopyLine(terminal.FirstScreenLine + y, cells);
            for (var x = 0; x < cells.Length; x++)
            {
                var sound = cells[x].Width switch
                {
                    2 => x + 1 < cells.Length && cells[x + 1].Width == 0,
                    0 => x > 0 && cells[x - 1].Width == 2,
                    1 => cells[x].Text.Length > 0,
                    _ => false,
                };
                if (!sound)
                    return $"row {y}, column {x} holds '{cells[x].Text}' of width {cells[x].Width}";
            }
        }

        return null;
    }

    private void Feed(Random random, VirtualTerminal whole, VirtualTerminal cut)
    {
        var bytes = piece.Next(random);
        Bytes += bytes.Length;
        whole.Feed(bytes);
        if (random.Next(4) == 0)
            survivor.Feed(bytes);
        var longest = random.Next(3) switch { 0 => 2, 1 => 16, _ => 4096 };
        while (!bytes.IsEmpty)
        {
            var part = random.Next(1, Math.Min(longest, bytes.Length) + 1);
            cut.Feed(bytes[..part]);
            bytes = bytes[part..];
        }
    }
}
