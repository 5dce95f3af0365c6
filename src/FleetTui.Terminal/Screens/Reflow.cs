using FleetTui.Terminal.Rows;
using FleetTui.Terminal.Scrollback;

namespace FleetTui.Terminal.Screens;

/// <summary>
/// Fits the main screen and its scrollback to a new size: wrapped rows are joined and wrapped anew, the cursor stays on its character.
/// Taller pulls lines back from the scrollback, shorter pushes them there; blank rows below the cursor go first.
/// </summary>
internal sealed class Reflow(Screen screen, int columns, int rows)
{
    private readonly List<ScreenCell> line = [];
    private readonly List<Row> result = [];

    /// <param name="cursor">The main screen's cursor, moved along.</param>
    public void Main(ref CursorState cursor)
    {
        var grid = screen.Main;
        var last = LastUsed(grid, cursor.Y);
        var blankBelow = grid.Count - 1 - last;
        if (columns != grid.Columns)
        {
            // Packed until the scrollback is done: that may renumber the styles.
            var continued = PullContinued();
            RewrapScrollback();
            var sources = continued.ConvertAll(bytes => RowDecoder.Decode(bytes, screen.Tables, Math.Max(new RowReader(bytes).Cells, grid.Columns)));
            var cursorRow = cursor.Y + sources.Count;
            for (var y = 0; y <= last; y++)
                sources.Add(grid[y]);
            Rewrap(sources, cursorRow, ref cursor);
        }
        else
        {
            for (var y = 0; y <= last; y++)
                result.Add(grid[y]);
        }

        Fit(blankBelow, ref cursor);
        grid.Replace(columns, [.. result]);
    }

    private static int LastUsed(Grid grid, int atLeast)
    {
        var y = grid.Count - 1;
        while (y > atLeast && grid[y].TrimmedLength() == 0)
            y--;
        return y;
    }

    /// <summary>The end of the scrollback that goes on in the first row of the screen.</summary>
    private List<byte[]> PullContinued()
    {
        var pulled = new List<byte[]>();
        var lines = screen.Lines;
        while (lines.Count > 0 && new RowReader(lines[lines.Next - 1]).Wrapped)
        {
            pulled.Add(lines[lines.Next - 1].ToArray());
            lines.RemoveLast();
        }

        pulled.Reverse();
        return pulled;
    }

    private void Rewrap(List<Row> sources, int cursorRow, ref CursorState cursor)
    {
        for (var i = 0; i < sources.Count;)
        {
            var cursorAt = -1;
            var first = sources[i];
            line.Clear();
            bool goesOn;
            do
            {
                var row = sources[i];
                if (i == cursorRow)
                    cursorAt = line.Count + cursor.X + (cursor.PendingWrap ? 1 : 0);
                goesOn = row.Wrapped && i + 1 < sources.Count;
                Join(row, goesOn);
                i++;
            }
            while (goesOn);

            Emit(first.Prompt, first.Size, sources[i - 1].Wrapped, cursorAt, ref cursor);
        }
    }

    /// <summary>A wrapped row gives all its cells but the gap before a wide character; the last one only up to its text.</summary>
    private void Join(Row row, bool goesOn)
    {
        var count = goesOn ? row.Columns : row.TrimmedLength();
        if (goesOn && count > 0 && row[count - 1].Part == CellPart.Gap)
            count--;
        for (var x = 0; x < count; x++)
            line.Add(row[x]);
    }

    private void Emit(bool prompt, byte size, bool lastWrapped, int cursorAt, ref CursorState cursor)
    {
        var start = 0;
        do
        {
            var row = new Row(columns) { Prompt = prompt && start == 0, Size = size };
            var take = Math.Min(columns, line.Count - start);
            var splits = start + take < line.Count && take > 0 && line[start + take].IsTail;
            if (splits && take > 1)
                row.Cells[--take] = new ScreenCell(Glyphs.Gap, line[start + take].Style);
            var lossy = splits && columns == 1;
            for (var x = 0; x < take; x++)
                row.Cells[x] = lossy ? default : line[start + x];
            row.Used = Math.Min(columns, take + (splits ? 1 : 0));
            var next = start + take + (lossy ? 1 : 0);
            var isLast = next >= line.Count;
            row.Wrapped = !isLast || lastWrapped;
            if (cursorAt >= start && (cursorAt < next || isLast))
            {
                cursor.Y = result.Count;
                cursor.X = Math.Min(cursorAt - start, columns - 1);
                // Right behind text that fills its row: where the next character goes shows only when it comes.
                cursor.PendingWrap = cursorAt == next && next - start == columns;
                cursorAt = -1;
            }

            result.Add(row);
            start = next;
        }
        while (start < line.Count);
    }

    private void Fit(int blankBelow, ref CursorState cursor)
    {
        var over = result.Count - rows;
        if (over > 0)
        {
            var push = Math.Min(over, cursor.Y);
            for (var i = 0; i < push; i++)
                screen.Lines.Append(screen.Encode(result[i]));
            result.RemoveRange(0, push);
            cursor.Y -= push;
            if (result.Count > rows)
                result.RemoveRange(rows, result.Count - rows);
        }

        var pull = Math.Min(rows - result.Count - Math.Min(blankBelow, Math.Max(rows - result.Count, 0)), screen.Lines.Count);
        if (pull > 0)
            PullBack(pull, ref cursor);
        while (result.Count < rows)
            result.Add(new Row(columns));
        foreach (var row in result)
            row.Dirty = true;
    }

    private void PullBack(int count, ref CursorState cursor)
    {
        var lines = screen.Lines;
        var pulled = new Row[count];
        for (var i = count - 1; i >= 0; i--)
        {
            pulled[i] = RowDecoder.Decode(lines[lines.Next - 1], screen.Tables, columns);
            lines.RemoveLast();
        }

        result.InsertRange(0, pulled);
        cursor.Y += count;
    }

    /// <summary>Lines keep their first number; a row that fits and stands alone is copied as it is packed.</summary>
    private void RewrapScrollback()
    {
        var old = screen.Lines;
        var fresh = new LineStore(old.Limit);
        fresh.Restart(old.First);
        for (var number = old.First; number < old.Next;)
        {
            var bytes = old[number];
            var reader = new RowReader(bytes);
            if (!reader.Wrapped && reader.Cells <= columns)
            {
                fresh.Append(bytes);
                number++;
                continue;
            }

            number = RewrapLine(old, fresh, number);
        }

        screen.Lines = fresh;
    }

    private long RewrapLine(LineStore old, LineStore fresh, long number)
    {
        if (screen.Tables.Styles.IsFull || screen.Tables.Clusters.IsFull)
            screen.Compact();
        line.Clear();
        var first = new RowReader(old[number]);
        var (prompt, size) = (first.Prompt, first.Size);
        bool goesOn;
        do
        {
            goesOn = new RowReader(old[number]).Wrapped && number + 1 < old.Next;
            var before = line.Count;
            RowDecoder.Append(old[number], screen.Tables, line);
            if (goesOn)
            {
                while (line.Count - before < screen.Columns)
                    line.Add(default);
                if (line[^1].Part == CellPart.Gap)
                    line.RemoveAt(line.Count - 1);
            }

            number++;
        }
        while (goesOn);

        var ignored = default(CursorState);
        var keep = result.Count;
        Emit(prompt, size, false, -1, ref ignored);
        for (var i = keep; i < result.Count; i++)
            fresh.Append(screen.Encode(result[i]));
        result.RemoveRange(keep, result.Count - keep);
        return number;
    }
}
