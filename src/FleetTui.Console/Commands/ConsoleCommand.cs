namespace FleetTui.Console.Commands;

/// <summary>One thing a console can do: it has a name for the prompt, a line for the list of keys, and usually a key.</summary>
/// <param name="Short">A few words for the list of continuations.</param>
/// <param name="Note">One sentence for the list of keys.</param>
/// <param name="Changes">Changes the fleet or a slot: refused in a read-only console.</param>
/// <param name="Available">False for a key that is reserved, whose command this version does not have: it is listed, and says so.</param>
public sealed record ConsoleCommand(
    string Name,
    string Short,
    string Note,
    Action<CommandContext, string> Run,
    bool Changes = false,
    bool Available = true);
