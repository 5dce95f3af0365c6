namespace FleetTui.Console.Views;

/// <summary>What one step of <see cref="PaneRefresh"/> came to.</summary>
public enum RefreshStep
{
    /// <summary>The buffer shows what the panes show.</summary>
    Unchanged,

    /// <summary>One tile was brought up to date.</summary>
    Drawn,

    /// <summary>The whole frame must be drawn; the tile may be half done.</summary>
    Whole,
}
