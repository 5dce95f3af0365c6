namespace FleetTui.Console.Layouts;

/// <summary>How many tiles stand side by side and above each other.</summary>
public readonly record struct GridShape(int Across, int Down)
{
    /// <summary>
    /// The shape for up to <paramref name="tiles"/> tiles in a space, each at least <paramref name="leastWidth"/>×<paramref name="leastHeight"/>
    /// (its header included), that keeps a tile nearest to a terminal's own shape (80×20). Fewer tiles when not all fit; at least one.
    /// </summary>
    public static GridShape For(int tiles, int width, int height, int leastWidth, int leastHeight)
    {
        var mostAcross = Math.Max(1, (width + 1) / (leastWidth + 1));
        var mostDown = Math.Max(1, height / leastHeight);
        var wanted = Math.Clamp(tiles, 1, mostAcross * mostDown);
        var best = new GridShape(1, 1);
        var bestScore = double.MinValue;
        for (var across = 1; across <= Math.Min(mostAcross, wanted); across++)
        {
            var down = Math.Min((wanted + across - 1) / across, mostDown);
            var shown = Math.Min(wanted, across * down);
            var tileWidth = (width - across + 1) / across;
            var tileHeight = (height / down) - 1;
            var empty = (across * down) - shown;
            // Beyond 80 columns a line gets no more readable, so what is left goes to height.
            var score = (shown * 100.0) + Math.Min(Math.Min(tileWidth / 80.0, 1), tileHeight / 20.0) + (tileHeight * 0.001) - (empty * 0.05);
            if (score > bestScore)
            {
                (best, bestScore) = (new GridShape(across, down), score);
            }
        }

        return best;
    }

    public int Tiles => Across * Down;

    /// <summary>Slots in this shape, row by row; what is left over stays blank.</summary>
    public LayoutNode Tree(IReadOnlyList<string> slots)
    {
        var across = Across;
        LayoutNode Row(int row)
        {
            var places = Enumerable.Range(row * across, across).Select(index => index < slots.Count ? new LayoutPlace(slots[index]) : LayoutPlace.Blank).ToList<LayoutNode>();
            return places.Count == 1 ? places[0] : new LayoutSplit(Rows: false, places);
        }

        return Down == 1 ? Row(0) : new LayoutSplit(Rows: true, [.. Enumerable.Range(0, Down).Select(Row)]);
    }
}
