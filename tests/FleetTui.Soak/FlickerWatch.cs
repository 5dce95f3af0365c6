using FleetTui.Terminal.Cells;

namespace FleetTui.Soak;

/// <summary>
/// Feeds a frame piece by piece, and sees what a user could see of it on a terminal that shows each piece: cells that go away and come back as they were,
/// cells painted twice, a visible cursor that runs over the screen, the whole screen erased without need.
/// </summary>
internal sealed class FlickerWatch(ShownScreen screen, SoakCounts counts)
{
    /// <summary>Bytes that a terminal reads, and so shows, in one go.</summary>
    private const int ShownWhole = 128;

    private Cell[] _before = [];
    private byte[] _seen = [];

    /// <summary>The terminal has told that it knows synchronized updates.</summary>
    public bool Synchronizes { get; set; }

    /// <summary>Whole screens that may be erased: after another size, or when the user asks for it.</summary>
    public int Erasures { get; set; } = 1;

    /// <summary>True when the frame painted the screen from nothing.</summary>
    public bool Feed(ReadOnlySpan<byte> frame)
    {
        Remember();
        var length = Painted(frame);
        var wrapped = frame.IndexOf("\e[?2026h"u8) >= 0;
        var small = length <= ShownWhole + 16;
        counts.Synchronized += wrapped ? 1 : 0;
        counts.Small += !wrapped && small ? 1 : 0;
        if (Synchronizes && !wrapped && !small)
        {
            counts.Fault("large frame outside a synchronized update", Text(frame));
        }

        var tokens = new OutputTokens(frame);
        var (erased, painting) = (false, 0);
        while (tokens.MoveNext())
        {
            var token = tokens.Current;
            var (x, y, visible) = (screen.Terminal.Cursor.X, screen.Terminal.Cursor.Y, screen.Terminal.Cursor.Visible && !screen.Terminal.Modes.SynchronizedOutput);
            screen.Feed(token);
            if (tokens.Kind == OutputKind.Csi && token[^1] == 'J')
            {
                erased |= screen.Rows > 1;
                continue;
            }

            if (erased)
            {
                continue;
            }

            if (tokens.Kind == OutputKind.Text)
            {
                painting += token.Length;
                Printed(x, y, frame);
                if (visible && !small && painting > ShownWhole)
                {
                    counts.Fault("cursor shown while painting", Text(frame));
                    painting = int.MinValue / 2;
                }
            }
            else if (tokens.Kind == OutputKind.Csi && token[^1] is ((byte)'K' or (byte)'X' or (byte)'P' or (byte)'@'))
            {
                Gone(1);
            }
            else if ((tokens.Kind == OutputKind.Csi && token[^1] is ((byte)'L' or (byte)'M' or (byte)'S' or (byte)'T'))
                || (y == screen.Terminal.Cursor.Y && (token.SequenceEqual("\n"u8) || token.SequenceEqual("\eM"u8))))
            {
                Gone(4);
            }
        }

        if (erased)
        {
            if (Erasures-- <= 0)
            {
                Erasures = 0;
                counts.Fault("whole screen erased without need", Text(frame));
            }

            return true;
        }

        Returned(frame);
        return false;
    }

    /// <summary>Its bytes without notices, titles and the like, which paint nothing.</summary>
    private static int Painted(ReadOnlySpan<byte> frame)
    {
        var tokens = new OutputTokens(frame);
        var length = 0;
        while (tokens.MoveNext())
        {
            length += tokens.Kind == OutputKind.Escape ? 0 : tokens.Current.Length;
        }

        return length;
    }

    private static Func<string> Text(ReadOnlySpan<byte> frame)
    {
        var text = System.Text.Encoding.UTF8.GetString(frame[..Math.Min(frame.Length, 4000)]).Replace("\e", "␛", StringComparison.Ordinal);
        return () => text;
    }

    private void Remember()
    {
        var size = screen.Columns * screen.Rows;
        if (_before.Length != size)
        {
            (_before, _seen) = (new Cell[size], new byte[size]);
        }

        for (var y = 0; y < screen.Rows; y++)
        {
            screen.Row(y).CopyTo(_before.AsSpan(y * screen.Columns));
        }

        _seen.AsSpan().Clear();
    }

    /// <summary>Marks what was printed on, and tells what was printed on twice.</summary>
    private void Printed(int x, int y, ReadOnlySpan<byte> frame)
    {
        var end = screen.Terminal.Cursor.Y == y && screen.Terminal.Cursor.X > x ? screen.Terminal.Cursor.X : screen.Columns;
        for (; x < end; x++)
        {
            ref var seen = ref _seen[(y * screen.Columns) + x];
            if ((seen & 2) != 0)
            {
                var text = Text(frame);
                var (column, line) = (x, y);
                counts.Fault("cell painted twice in a frame", () => $"{column},{line} in {text()}");
                return;
            }

            seen |= 2;
        }
    }

    /// <summary>Marks what is no longer as it was before the frame: 1 erased, 4 scrolled away.</summary>
    private void Gone(byte mark)
    {
        for (var y = 0; y < screen.Rows; y++)
        {
            var row = screen.Row(y);
            var at = y * screen.Columns;
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] != _before[at + x] && (_seen[at + x] & 5) == 0)
                {
                    _seen[at + x] |= mark;
                }
            }
        }
    }

    /// <summary>What was erased and is there again; of what was scrolled only whole rows, and columns as borders are: text has the same letter in a place now and then.</summary>
    private void Returned(ReadOnlySpan<byte> frame)
    {
        var text = Text(frame);
        for (var y = 0; y < screen.Rows; y++)
        {
            var row = screen.Row(y);
            var at = y * screen.Columns;
            var before = _before.AsSpan(at, row.Length);
            var whole = row.SequenceEqual(before);
            for (var x = 0; x < row.Length; x++)
            {
                var mark = _seen[at + x];
                if (row[x] == before[x] && row[x].Width > 0 && ((mark & 1) != 0 || ((mark & 4) != 0 && (whole || row[x].Text is "│" or "┃" or "║"))))
                {
                    var (column, line) = (x, y);
                    counts.Fault("cell cleared and painted again as it was", () => $"{column},{line} in {text()}");
                    return;
                }
            }
        }
    }
}
