using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FleetTui.Terminal;
using FleetTui.Terminal.Cells;

namespace FleetTui.Cli.Verbs.Vt;

/// <summary>
/// The screen as one JSON object: cols, rows, cursor, title, modes (those set: "?25" is DEC private 25, "4" is ANSI 4), scrollback (lines kept), lines of cells.
/// A cell leaves out what is default: {} is a blank; the right half of a wide character is {"t":"","w":0}. With a wish for the replies, they are one more string,
/// in which what is not UTF-8 is U+FFFD.
/// </summary>
internal static class ScreenJson
{
    public static void Write(VtSession session, bool replies, Stream output)
    {
        var terminal = session.Terminal;
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("cols", terminal.Columns);
            json.WriteNumber("rows", terminal.Rows);
            json.WriteStartObject("cursor");
            json.WriteNumber("x", terminal.Cursor.X);
            json.WriteNumber("y", terminal.Cursor.Y);
            json.WriteEndObject();
            json.WriteString("title", terminal.Title);
            json.WriteStartArray("modes");
            foreach (var mode in terminal.ModesSet())
                json.WriteStringValue(mode);
            json.WriteEndArray();
            json.WriteNumber("scrollback", terminal.FirstScreenLine - terminal.FirstLine);
            json.WriteStartArray("lines");
            var cells = new Cell[terminal.Columns];
            for (var y = 0; y < terminal.Rows; y++)
                WriteLine(json, terminal, y, cells);
            json.WriteEndArray();
            if (replies)
                json.WriteString("replies", Encoding.UTF8.GetString(session.Replies));
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteLine(Utf8JsonWriter json, VirtualTerminal terminal, int row, Cell[] cells)
    {
        terminal.CopyLine(terminal.FirstScreenLine + row, cells);
        json.WriteStartArray();
        foreach (var cell in cells)
            WriteCell(json, terminal, cell);
        json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, VirtualTerminal terminal, in Cell cell)
    {
        var style = cell.Style;
        json.WriteStartObject();
        if (cell.Text != " ")
            json.WriteString("t", cell.Text);
        if (cell.Width != 1)
            json.WriteNumber("w", cell.Width);
        WriteColor(json, "fg", style.Foreground);
        WriteColor(json, "bg", style.Background);
        Flag(json, "bold", style.Attributes, CellAttributes.Bold);
        Flag(json, "dim", style.Attributes, CellAttributes.Dim);
        Flag(json, "italic", style.Attributes, CellAttributes.Italic);
        if (style.Underline != UnderlineStyle.None)
            json.WriteBoolean("underline", true);
        Flag(json, "blink", style.Attributes, CellAttributes.Blink);
        Flag(json, "inverse", style.Attributes, CellAttributes.Inverse);
        Flag(json, "invisible", style.Attributes, CellAttributes.Invisible);
        Flag(json, "strike", style.Attributes, CellAttributes.Strike);
        if (style.Link != 0 && terminal.LinkUri(style.Link) is { } uri)
            json.WriteString("link", uri);
        json.WriteEndObject();
    }

    private static void WriteColor(Utf8JsonWriter json, string name, Color color)
    {
        if (color.Kind == ColorKind.Indexed)
            json.WriteNumber(name, color.Index);
        else if (color.Kind == ColorKind.Rgb)
            json.WriteString(name, string.Create(CultureInfo.InvariantCulture, $"#{color.R:x2}{color.G:x2}{color.B:x2}"));
    }

    private static void Flag(Utf8JsonWriter json, string name, CellAttributes attributes, CellAttributes flag)
    {
        if ((attributes & flag) != 0)
            json.WriteBoolean(name, true);
    }
}
