namespace FleetTui.Console.Panels;

/// <summary>One line of a menu.</summary>
/// <param name="Key">Pressed alone it runs the line.</param>
/// <param name="Command">As the command prompt takes it.</param>
/// <param name="Disabled">Why it cannot be done now; null: it can.</param>
public sealed record MenuEntry(char Key, string Text, string Command, string? Disabled = null);
