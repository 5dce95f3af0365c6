using FleetTui.Terminal.Machines;

namespace FleetTui.Terminal.Sequences.Dcs;

/// <summary>Does what a device control string asks.</summary>
internal delegate void DcsHandler(Machine machine, Parsing.CsiParameters parameters, ReadOnlySpan<byte> text);

/// <summary>One device control string: intermediate and final in <paramref name="Key"/>.</summary>
internal sealed record DcsEntry(string Key, string Parameters, string Name, string Meaning, DcsHandler Run);
