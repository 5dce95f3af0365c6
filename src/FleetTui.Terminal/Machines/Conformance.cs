namespace FleetTui.Terminal.Machines;

/// <summary>DECSCL and S7C1T/S8C1T: which VT the terminal acts as, and how its answers begin.</summary>
internal sealed class Conformance
{
    /// <summary>VT400: the same as what DA1 claims.</summary>
    public const int FirstLevel = 4;

    public const int MaxLevel = 5;

    /// <summary>1 to 5, for VT100 to VT500.</summary>
    public int Level { get; set; } = FirstLevel;

    /// <summary>Answers begin with C1 bytes rather than with ESC and a letter.</summary>
    public bool EightBit { get; set; }

    public void Reset()
    {
        Level = FirstLevel;
        EightBit = false;
    }
}
