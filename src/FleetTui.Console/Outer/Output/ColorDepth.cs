namespace FleetTui.Console.Outer.Output;

/// <summary>How many colours the user's terminal shows.</summary>
public enum ColorDepth : byte
{
    /// <summary>NO_COLOR: attributes only.</summary>
    None,
    Ansi16,
    Indexed256,
    TrueColor,
}
