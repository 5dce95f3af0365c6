using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Rows;

namespace FleetTui.Terminal;

/// <summary>
/// The wire form of one row: UTF-8 text with style runs and hyperlink URIs, versioned by the protocol that carries it.
/// <see cref="VirtualTerminal.EncodeLine"/> writes it, a console reads it.
/// </summary>
public static class RowCodec
{
    /// <summary>Decodes one row into <paramref name="cells"/>, blank-padded or cut to its length; returns the bytes consumed, or throws <see cref="FormatException"/>.</summary>
    /// <param name="resolveLink">Gives the reader's own id for a link's URI; 0 drops it.</param>
    public static int Decode(ReadOnlySpan<byte> bytes, Span<Cell> cells, Func<string, ushort> resolveLink, out bool wrapped)
    {
        ArgumentNullException.ThrowIfNull(resolveLink);
        var row = new RowReader(bytes);
        wrapped = row.Wrapped;
        var run = 0;
        var style = CellStyle.Default;
        var styledCells = 0;
        var x = 0;
        while (row.Next(out var piece, out var utf8, out var count))
        {
            if (count > row.Cells - x)
                throw new FormatException("A row has more cells than it says.");
            for (var i = 0; i < count; i++, x++)
            {
                if (run == 0 && row.IsStyled)
                {
                    run = row.NextStyle(out style, out var link);
                    styledCells += run;
                    if (link.Uri.Length > 0)
                        style = style with { Link = resolveLink(link.Uri) };
                }

                run--;
                if (x < cells.Length)
                    cells[x] = CellOf(piece, utf8, i, style);
            }
        }

        if (x != row.Cells || (row.IsStyled && styledCells != row.Cells))
            throw new FormatException("A row's parts do not agree.");
        if (x < cells.Length)
            cells[x..].Fill(Cell.Blank);
        if (x > cells.Length && cells.Length > 0 && cells[^1].Width == 2)
            cells[^1] = Cell.Blank with { Style = cells[^1].Style };
        return row.Position;
    }

    /// <summary>Whether a prompt began in the row (OSC 133 ; A).</summary>
    public static bool BeginsPrompt(ReadOnlySpan<byte> bytes) => new RowReader(bytes).Prompt;

    private static Cell CellOf(RowPiece piece, ReadOnlySpan<byte> utf8, int index, in CellStyle style) => piece switch
    {
        RowPiece.Character => new Cell(ClusterText.Of(utf8), 1, style),
        RowPiece.Wide when index == 0 => new Cell(ClusterText.Of(utf8), 2, style),
        RowPiece.Wide => new Cell("", 0, style),
        _ => new Cell(" ", 1, style),
    };
}
