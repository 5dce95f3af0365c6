using FleetTui.Console.Status;

namespace FleetTui.Console.Boards;

/// <summary>A line of a board.</summary>
/// <param name="Item">What the line belongs to, when it can be chosen: consecutive lines of one item are chosen together.</param>
public sealed record BoardLine(IReadOnlyList<Piece> Left, IReadOnlyList<Piece> Right, string? Item = null)
{
    private static readonly Piece[] Nothing = [];

    public static readonly BoardLine Empty = new(Nothing, Nothing);

    public static BoardLine Of(params Piece[] pieces) => new(pieces, Nothing);

    public static BoardLine For(string? item, params Piece[] pieces) => new(pieces, Nothing, item);
}
