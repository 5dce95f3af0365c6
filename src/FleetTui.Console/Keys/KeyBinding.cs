namespace FleetTui.Console.Keys;

/// <summary>One line of a key table.</summary>
/// <param name="Command">A command with its argument, as the command prompt takes it.</param>
/// <param name="Repeat">May be pressed again for a short while without the prefix.</param>
public sealed record KeyBinding(KeyStroke Key, string Command, bool Repeat = false);
