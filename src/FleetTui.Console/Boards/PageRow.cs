using FleetTui.Console.Status;

namespace FleetTui.Console.Boards;

/// <summary>A line of the text at the right of the list.</summary>
/// <param name="Gutter">Line numbers; they stay where they are when the text is moved sideways.</param>
/// <param name="BeginsHunk">A place that the next-hunk key goes to.</param>
internal sealed record PageRow(string Gutter, IReadOnlyList<Piece> Text, bool BeginsHunk = false)
{
    public static readonly PageRow Empty = new("", []);

    public static PageRow Of(params Piece[] pieces) => new("", pieces);
}
