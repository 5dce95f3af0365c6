using System.Text;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Rows;

/// <summary>Unpacks a row into a grid's cells, interning what it holds.</summary>
internal static class RowDecoder
{
    /// <summary>Appends a row's cells to <paramref name="cells"/>.</summary>
    public static void Append(ReadOnlySpan<byte> bytes, CellTables tables, List<ScreenCell> cells)
    {
        var row = new RowReader(bytes);
        var run = 0;
        var style = 0u;
        while (row.Next(out var piece, out var utf8, out var count))
        {
            for (var i = 0; i < count; i++)
            {
                if (run == 0 && row.IsStyled)
                {
                    run = row.NextStyle(out var decoded, out var link);
                    if (link.Uri.Length > 0)
                        decoded = decoded with { Link = tables.Links.Intern(link.Uri, link.Id) };
                    style = tables.Styles.Intern(decoded);
                }

                run--;
                cells.Add(new ScreenCell(Glyph(piece, utf8, i, tables), style));
            }
        }
    }

    /// <summary>A row of <paramref name="columns"/> cells; what does not fit is cut.</summary>
    public static Row Decode(ReadOnlySpan<byte> bytes, CellTables tables, int columns)
    {
        var cells = new List<ScreenCell>(columns);
        Append(bytes, tables, cells);
        var reader = new RowReader(bytes);
        var row = new Row(columns) { Wrapped = reader.Wrapped, Size = reader.Size, Prompt = reader.Prompt };
        var count = Math.Min(cells.Count, columns);
        for (var x = 0; x < count; x++)
            row.Cells[x] = cells[x];
        if (count < cells.Count && count > 0 && row.Cells[count - 1].IsWide)
            row.Cells[count - 1].Glyph = 0;
        row.Used = count;
        return row;
    }

    private static uint Glyph(RowPiece piece, ReadOnlySpan<byte> utf8, int index, CellTables tables)
    {
        switch (piece)
        {
            case RowPiece.Blanks:
                return 0;
            case RowPiece.Gap:
                return Glyphs.Gap;
            case RowPiece.Wide when index == 1:
                return Glyphs.Tail;
            default:
                var part = piece == RowPiece.Wide ? Glyphs.Wide : 0;
                Rune.DecodeFromUtf8(utf8, out var rune, out var used);
                if (used == utf8.Length)
                    return part | (uint)rune.Value;
                Span<char> text = stackalloc char[utf8.Length];
                var length = Encoding.UTF8.GetChars(utf8, text);
                return part | Glyphs.Cluster | tables.Clusters.Intern(text[..length]);
        }
    }
}
