using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Sequences;
using FleetTui.Terminal.Sequences.Csi;
using FleetTui.Terminal.Sequences.Dcs;
using FleetTui.Terminal.Sequences.Osc;

namespace FleetTui.Terminal.Machines;

/// <summary>Carries what the parser finds to the tables' handlers. Not behind an interface: the calls are as hot as the bytes.</summary>
internal sealed class Interpreter(Machine machine)
{
    /// <summary>Bytes 0x20–0x7E; never empty.</summary>
    public void Ascii(ReadOnlySpan<byte> run)
    {
        machine.Graphemes.Break();
        machine.Printer.Ascii(run);
    }

    /// <summary>A code point from U+00A0 on; U+FFFD for each malformed part.</summary>
    public void CodePoint(uint codePoint) => machine.Graphemes.Print(codePoint);

    /// <summary>C0 but ESC; C1 comes as its ESC form.</summary>
    public void Execute(byte control)
    {
        ControlTable.Execute(machine, control);
        Break();
    }

    /// <param name="intermediate">0 or 0x20–0x2F.</param>
    /// <param name="second">0, or a second one.</param>
    /// <param name="final">0x30–0x7E.</param>
    public void Escape(byte intermediate, byte second, byte final)
    {
        if (CharsetTable.Designates(intermediate))
            CharsetTable.Designate(machine, intermediate, second, final);
        else if (second == 0)
            EscapeTable.Find(intermediate, final)?.Run(machine);
        Break();
    }

    /// <summary>An escape of VT52 mode; row and column, from 0, for Y.</summary>
    public void Vt52(byte final, int row, int column)
    {
        Vt52Table.Run(machine, final, row, column);
        Break();
    }

    /// <param name="prefix">0 or one of &lt; = &gt; ?.</param>
    /// <param name="intermediate">0 or 0x20–0x2F; two of them are never dispatched.</param>
    /// <param name="final">0x40–0x7E.</param>
    /// <param name="parameters">Valid during the call.</param>
    public void Csi(byte prefix, byte intermediate, byte final, CsiParameters parameters)
    {
        // Every second sequence is a rendition: without the way through the table and a delegate.
        if (final == 'm' && (prefix | intermediate) == 0)
            StyleSequences.Rendition(machine, parameters);
        else
            CsiTable.Find(prefix, intermediate, final)?.Run(machine, parameters);
        Break();
    }

    /// <summary>A whole OSC; <paramref name="bell"/> when BEL ended it, so that an answer may end alike.</summary>
    public void Osc(ReadOnlySpan<byte> text, bool bell) => OscTable.Run(machine, text, bell);

    /// <summary>Whether this DCS is wanted: the text of others is not kept.</summary>
    public static bool WantsDcs(byte prefix, byte intermediate, byte final) => DcsTable.Find(prefix, intermediate, final) is not null;

    public void Dcs(byte prefix, byte intermediate, byte final, CsiParameters parameters, ReadOnlySpan<byte> text) =>
        DcsTable.Find(prefix, intermediate, final)?.Run(machine, parameters, text);

    /// <summary>After a control nothing joins to what was printed before it, and REP has nothing to repeat, as in xterm.</summary>
    private void Break()
    {
        machine.Graphemes.Break();
        machine.Printer.LastGlyph = 0;
    }
}
