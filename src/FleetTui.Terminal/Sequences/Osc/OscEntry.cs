using FleetTui.Terminal.Machines;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>What an OSC's handler sees: the terminal, the text after the number and its semicolon, and how the string ended.</summary>
internal readonly ref struct OscCall(Machine machine, int number, ReadOnlySpan<byte> text, bool bell)
{
    public Machine Machine { get; } = machine;

    public int Number { get; } = number;

    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>Ended by BEL: an answer ends alike.</summary>
    public bool Bell { get; } = bell;
}

/// <summary>Does what an OSC asks.</summary>
internal delegate void OscHandler(OscCall call);

/// <summary>One operating system command, for numbers <paramref name="First"/> to <paramref name="Last"/>.</summary>
internal sealed record OscEntry(int First, int Last, string Parameters, string Name, string Meaning, OscHandler Run);
