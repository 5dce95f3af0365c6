using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Sequences;
using FleetTui.Terminal.Sequences.Csi;
using FleetTui.Terminal.Sequences.Dcs;
using FleetTui.Terminal.Sequences.Osc;

namespace FleetTui.Terminal.Machines;

/// <summary>Carries what the parser finds to the tables' handlers.</summary>
internal sealed class Interpreter(Machine machine) : IVtActions
{
    public void Ascii(ReadOnlySpan<byte> run)
    {
        machine.Graphemes.Break();
        machine.Printer.Ascii(run);
    }

    public void CodePoint(uint codePoint) => machine.Graphemes.Print(codePoint);

    public void Execute(byte control)
    {
        machine.Graphemes.Break();
        ControlTable.Execute(machine, control);
    }

    public void Escape(byte intermediate, byte second, byte final)
    {
        machine.Graphemes.Break();
        if (CharsetTable.Designates(intermediate))
            CharsetTable.Designate(machine, intermediate, second, final);
        else if (second == 0)
            EscapeTable.Find(intermediate, final)?.Run(machine);
    }

    public void Vt52(byte final, int row, int column)
    {
        machine.Graphemes.Break();
        Vt52Table.Run(machine, final, row, column);
    }

    public void Csi(byte prefix, byte intermediate, byte final, CsiParameters parameters)
    {
        machine.Graphemes.Break();
        CsiTable.Find(prefix, intermediate, final)?.Run(machine, parameters);
    }

    public void Osc(ReadOnlySpan<byte> text, bool bell) => OscTable.Run(machine, text, bell);

    public bool WantsDcs(byte prefix, byte intermediate, byte final) => DcsTable.Find(prefix, intermediate, final) is not null;

    public void Dcs(byte prefix, byte intermediate, byte final, CsiParameters parameters, ReadOnlySpan<byte> text) =>
        DcsTable.Find(prefix, intermediate, final)?.Run(machine, parameters, text);
}
