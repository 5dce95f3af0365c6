using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>One control sequence: how it is recognised, what it is called, what it does.</summary>
/// <param name="Key">Prefix (one of &lt;=&gt;?), intermediate and final, as far as it has them: "A", "?h", " q", "&gt;c", "$r".</param>
/// <param name="Parameters">For the documentation: "Ps", "Pt ; Pb"…</param>
/// <param name="Name">The mnemonic.</param>
/// <param name="Meaning">One line.</param>
/// <param name="Run">Does it.</param>
internal sealed record CsiEntry(string Key, string Parameters, string Name, string Meaning, Action<Machine, CsiParameters> Run)
{
    public byte Prefix => Key[0] is >= '<' and <= '?' && Key.Length > 1 ? (byte)Key[0] : (byte)0;

    public byte Final => (byte)Key[^1];

    public byte Intermediate => Key.Length - (Prefix != 0 ? 1 : 0) == 2 ? (byte)Key[^2] : (byte)0;
}
