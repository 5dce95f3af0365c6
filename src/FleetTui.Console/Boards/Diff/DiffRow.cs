using FleetTui.Console.Status;

namespace FleetTui.Console.Boards.Diff;

/// <summary>A line of the text at the right of the list.</summary>
/// <param name="Gutter">Line numbers; they stay where they are when the text is moved sideways.</param>
/// <param name="BeginsHunk">A place that the next-hunk key goes to.</param>
internal sealed record DiffRow(string Gutter, IReadOnlyList<Piece> Text, bool BeginsHunk = false);
