using System.Globalization;
using System.Text;
using FleetTui.Terminal.Modes;
using FleetTui.Terminal.Sequences.Csi;
using FleetTui.Terminal.Sequences.Dcs;
using FleetTui.Terminal.Sequences.Osc;

namespace FleetTui.Terminal.Sequences;

/// <summary>What the engine acts on, told from the tables that it runs by.</summary>
public static class SequenceCatalog
{
    /// <summary>Markdown tables: controls, escapes, control sequences, modes, operating system commands, device control strings.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        Table(text, "Controls (C0)", ["Code", "Name", "Meaning"], ControlTable.Entries.Select(e => new[] { $"{e.Code:X2}", e.Name, e.Meaning }));
        Table(text, "Escape sequences", ["Sequence", "Name", "Meaning"], EscapeTable.Entries.Select(e => new[] { "ESC " + Spaced(e.Key), e.Name, e.Meaning }));
        Table(text, "Character sets", ["Sequence", "Set", "Where"], CharsetTable.Entries.Select(e => new[] { $"ESC {(e.Is96 ? "- . /" : "( ) * +")} {Spaced(e.Designator)}", e.Name, (e.Is96 ? "G1–G3" : "G0–G3") + (e.IsNational ? ", in mode 42" : "") }));
        Table(text, "VT52 mode", ["Sequence", "Meaning"], Vt52Table.Entries.Select(e => new[] { "ESC " + e.Key, e.Meaning }));
        Table(text, "Control sequences", ["Sequence", "Name", "Meaning"], CsiTable.Entries.Select(e => new[] { Csi(e), e.Name, e.Meaning }));
        Table(text, "Modes", ["Mode", "Meaning", "At first", "DECRQM"], ModeTable.Entries.Select(e => new[] { e.Label, e.Name, e.Initial ? "set" : "reset", e.Fixed ? (e.Initial ? "3, always set" : "4, never set") : "1 or 2" }));
        Table(text, "Operating system commands", ["Sequence", "Name", "Meaning"], OscTable.Entries.Select(e => new[] { Osc(e), e.Name, e.Meaning }));
        Table(text, "Device control strings", ["Sequence", "Name", "Meaning"], DcsTable.Entries.Select(e => new[] { $"DCS {Spaced(e.Key)} {e.Parameters} ST", e.Name, e.Meaning }));
        return text.ToString();
    }

    private static string Csi(CsiEntry entry)
    {
        var parts = new List<string> { "CSI" };
        if (entry.Prefix != 0)
            parts.Add(((char)entry.Prefix).ToString());
        if (entry.Parameters.Length > 0)
            parts.Add(entry.Parameters);
        if (entry.Intermediate != 0)
            parts.Add(entry.Intermediate == ' ' ? "SP" : ((char)entry.Intermediate).ToString());
        parts.Add(((char)entry.Final).ToString());
        return string.Join(' ', parts);
    }

    private static string Osc(OscEntry entry)
    {
        var number = entry.First == entry.Last ? $"{entry.First}" : $"{entry.First}–{entry.Last}";
        return $"OSC {number}{(entry.Parameters.Length > 0 ? " ; " + entry.Parameters : "")} ST";
    }

    private static string Spaced(string key) => string.Join(' ', key.Select(c => c == ' ' ? "SP" : c.ToString()));

    private static void Table(StringBuilder text, string title, string[] heads, IEnumerable<string[]> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
        Row(text, heads);
        Row(text, [.. heads.Select(_ => "---")]);
        foreach (var row in rows)
            Row(text, row);
        text.Append('\n');
    }

    private static void Row(StringBuilder text, string[] cells)
    {
        text.Append('|');
        foreach (var cell in cells)
            text.Append(' ').Append(cell.Replace("|", "\\|", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)).Append(" |");
        text.Append('\n');
    }
}
