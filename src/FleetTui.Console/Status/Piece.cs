using FleetTui.Console.Compositing;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Status;

/// <summary>A text on a line that may have to go when the line is too short: rank 0 never, the highest rank first.</summary>
/// <param name="Shrinks">Is cut short before it goes.</param>
public readonly record struct Piece(string Text, CellStyle Style, int Rank = 0, bool Shrinks = false)
{
    /// <summary>Shorter than this it says nothing any more.</summary>
    public const int LeastCells = 5;

    public int Width => TextWidth.Of(Text);
}
