namespace FleetTui.Console.Layouts;

/// <summary>How the slots are laid out. The user's choice; <see cref="Automatic"/> follows the window's shape.</summary>
public enum LayoutKind
{
    Automatic,

    /// <summary>Every slot a live tile, in pages where they do not all fit.</summary>
    Grid,

    /// <summary>A list of all slots at the left, and as many live slots beside it as get 80×20.</summary>
    Rail,

    /// <summary>Full-height tiles of 80 columns side by side, in pages.</summary>
    Columns,

    /// <summary>All slots as chips, and one slot below.</summary>
    Chips,

    /// <summary>Every slot as a card: who it is, what it does, and its last lines.</summary>
    Cards,

    /// <summary>Pages that the user cut, and after them the slots that are on none of them.</summary>
    Own,
}

/// <summary>What stands around the places of a page that the user cut.</summary>
public enum PageFrame
{
    Plain,
    Rail,
    Chips,
}

/// <summary>What the rail shows (<c>prefix b</c>).</summary>
public enum RailWidth
{
    Automatic,
    Narrow,
    Hidden,
}
