namespace FleetTui.Console.Model;

/// <summary>A connection of the console's.</summary>
public enum LinkState
{
    Connecting,
    Up,
    Gone,
}
