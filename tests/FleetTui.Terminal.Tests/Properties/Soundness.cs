using System.Buffers;
using FleetTui.Terminal.Cells;

namespace FleetTui.Terminal.Tests.Properties;

/// <summary>What must hold of any screen, whatever was printed.</summary>
internal static class Soundness
{
    /// <summary>What is wrong, or null.</summary>
    public static string? Fault(VirtualTerminal terminal)
    {
        if ((uint)terminal.Cursor.X >= terminal.Columns || (uint)terminal.Cursor.Y >= terminal.Rows)
            return $"the cursor is at {terminal.Cursor.X},{terminal.Cursor.Y} of {terminal.Columns}×{terminal.Rows}";
        for (var line = terminal.FirstLine; line < terminal.FirstScreenLine + terminal.Rows; line++)
        {
            var cells = new Cell[terminal.Columns];
            terminal.CopyLine(line, cells);
            for (var x = 0; x < cells.Length; x++)
            {
                if (Fault(cells, x) is { } fault)
                    return $"line {line}, column {x}: {fault}";
            }

            var output = new ArrayBufferWriter<byte>();
            terminal.EncodeLine(line, output);
            var decoded = new Cell[terminal.Columns];
            if (RowCodec.Decode(output.WrittenSpan, decoded, uri => 0, out _) != output.WrittenCount)
                return $"line {line}: the codec did not use all its bytes";
            for (var x = 0; x < cells.Length; x++)
            {
                if (decoded[x] != cells[x] with { Style = cells[x].Style with { Link = 0 } })
                    return $"line {line}, column {x}: the codec made {decoded[x]} of {cells[x]}";
            }
        }

        return null;
    }

    private static string? Fault(Cell[] cells, int x) => cells[x].Width switch
    {
        2 when x + 1 == cells.Length || cells[x + 1].Width != 0 => "a wide character without its right half",
        0 when x == 0 || cells[x - 1].Width != 2 => "a right half without its character",
        > 2 => "a width past 2",
        not 0 when cells[x].Text.Length == 0 => "an empty text",
        _ => null,
    };
}
