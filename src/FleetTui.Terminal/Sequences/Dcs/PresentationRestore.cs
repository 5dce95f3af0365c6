using System.Text;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Colors;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Sequences.Dcs;

/// <summary>DECRSPS (VT320): takes back what DECRQPSR told.</summary>
internal static class PresentationRestore
{
    public static void Apply(Machine m, CsiParameters parameters, ReadOnlySpan<byte> text)
    {
        if (parameters.Get(0, 0) == 2)
            Tabs(m, text);
        else if (parameters.Get(0, 0) == 1)
            Cursor(m, Encoding.ASCII.GetString(text).Split(';'));
    }

    private static void Tabs(Machine m, ReadOnlySpan<byte> text)
    {
        m.Screen.Tabs.Clear();
        foreach (var range in text.Split((byte)'/'))
        {
            if (ColorSpec.TryNumber(text[range], out var column) && column >= 1 && column <= m.Screen.Columns)
                m.Screen.Tabs[column - 1] = true;
        }
    }

    private static void Cursor(Machine m, string[] fields)
    {
        if (fields.Length < 10 || !Number(fields[0], out var row) || !Number(fields[1], out var column))
            return;
        ref var cursor = ref m.Screen.Cursor;
        var rendition = Bits(fields[3]);
        var attributes = cursor.Pen.Attributes & ~(CellAttributes.Bold | CellAttributes.Blink | CellAttributes.Inverse | CellAttributes.Protected);
        attributes |= (rendition & 1) != 0 ? CellAttributes.Bold : 0;
        attributes |= (rendition & 4) != 0 ? CellAttributes.Blink : 0;
        attributes |= (rendition & 8) != 0 ? CellAttributes.Inverse : 0;
        attributes |= (Bits(fields[4]) & 1) != 0 ? CellAttributes.Protected : 0;
        cursor.Pen = cursor.Pen with { Attributes = attributes, Underline = (rendition & 2) != 0 ? UnderlineStyle.Single : UnderlineStyle.None };
        m.Screen.PenChanged();
        var flags = Bits(fields[5]);
        cursor.Origin = (flags & 1) != 0;
        m.Modes[Modes.TerminalMode.Origin] = cursor.Origin;
        cursor.X = Math.Clamp(column - 1, 0, m.Screen.Columns - 1);
        cursor.Y = Math.Clamp(row - 1, 0, m.Screen.Rows - 1);
        cursor.PendingWrap = (flags & 8) != 0 && cursor.X == m.Screen.RightLimit;
        cursor.Charsets.Single = (byte)((flags & 2) != 0 ? 2 : (flags & 4) != 0 ? 3 : 0);
        if (Number(fields[6], out var left) && left <= 3)
            cursor.Charsets.Left = (byte)left;
        if (Number(fields[7], out var right) && right <= 3)
            cursor.Charsets.Right = (byte)right;
        Sets(ref cursor.Charsets, Bits(fields[8]), fields[9]);
    }

    /// <summary>Four designators, one after another: one character each, or an intermediate and one.</summary>
    private static void Sets(ref Charsets charsets, int sizes, string designators)
    {
        var at = 0;
        for (var i = 0; i < 4 && at < designators.Length; i++)
        {
            var second = designators[at] is >= ' ' and < '0' && at + 1 < designators.Length ? designators[at++] : '\0';
            charsets.Designate(i, CharsetTable.Find((sizes & (1 << i)) != 0, (byte)second, (byte)designators[at++], true));
        }
    }

    private static bool Number(string text, out int value) => ColorSpec.TryNumber(Encoding.ASCII.GetBytes(text), out value);

    private static int Bits(string field) => field.Length > 0 ? field[0] & 0x3f : 0;
}
