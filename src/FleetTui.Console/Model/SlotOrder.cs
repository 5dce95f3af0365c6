namespace FleetTui.Console.Model;

/// <summary>In which order slots get places.</summary>
public enum SlotOrder
{
    Number,

    /// <summary>Those that need the user first, who has waited longest before the others.</summary>
    Attention,

    /// <summary>As the user has swapped them.</summary>
    Own,
}
