namespace FleetTui.Console.Boards;

/// <summary>A key of a board and what it does now; a click on it is the key.</summary>
/// <param name="Key">In tmux's spelling.</param>
public readonly record struct Hint(string Key, string Text);
