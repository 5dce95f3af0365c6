namespace FleetTui.Console.Model;

/// <summary>A connection of the console's.</summary>
public enum LinkState
{
    Connecting,
    Up,
    Gone,

    /// <summary>Ended on purpose: it stays so until the user starts something.</summary>
    Ended,
}
