using System.Text;

namespace FleetTui.Terminal.Rows;

/// <summary>The text of a packed row.</summary>
internal static class RowText
{
    /// <summary>Without trailing blanks; blanks between are spaces.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var row = new RowReader(bytes);
        if (row.IsPlain)
            return Encoding.ASCII.GetString(row.PlainText.TrimEnd((byte)' '));
        var text = new StringBuilder(row.Cells);
        while (row.Next(out var piece, out var utf8, out var count))
        {
            if (piece is RowPiece.Blanks or RowPiece.Gap)
                text.Append(' ', count);
            else
                text.Append(ClusterText.Of(utf8));
        }

        var end = text.Length;
        while (end > 0 && text[end - 1] == ' ')
            end--;
        return text.ToString(0, end);
    }
}
