namespace FleetTui.Console.Commands;

/// <summary>All commands by name.</summary>
public sealed class CommandTable
{
    public static readonly CommandTable Default = new(
        [
            .. PanelCommands.All, .. FleetCommands.All, .. SendCommands.All, .. SlotActions.All, .. RosterCommands.All, .. PlaceMenu.All, .. VerbCommands.All, .. FleetSwitching.All,
            .. SlotCommands.All, .. LayoutCommands.All, .. RailCommands.All, .. PageCommands.All, .. SavedLayoutCommands.All, .. SplitCommands.All, .. PanCommands.All,
            .. CopyCommands.All, .. ConsoleCommands.All, .. ReservedCommands.All,
        ]);

    private readonly Dictionary<string, ConsoleCommand> _commands;

    public CommandTable(IReadOnlyList<ConsoleCommand> commands) => _commands = commands.ToDictionary(command => command.Name, StringComparer.Ordinal);

    public IEnumerable<ConsoleCommand> All => _commands.Values;

    public bool Has(string name) => _commands.ContainsKey(Split(name).Name);

    /// <summary>The command of a line such as <c>slot 3</c>, or null.</summary>
    public ConsoleCommand? Find(string line) => _commands.GetValueOrDefault(Split(line).Name);

    public void Run(string line, CommandContext context)
    {
        var (name, argument) = Split(line);
        if (!_commands.TryGetValue(name, out var command) && VerbCommands.Find(context, line.Trim()) is not null)
        {
            VerbCommands.Run(context, line.Trim());
        }
        else if (command is null)
        {
            var near = _commands.Keys.Where(known => known.StartsWith(name[..Math.Min(2, name.Length)], StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(4).ToList();
            context.Model.Say($"there is no command \"{name}\"" + (near.Count > 0 ? $"; near: {string.Join(", ", near)}" : ""), error: true);
        }
        else if (!command.Available)
        {
            context.Model.Say($"{command.Note}: not in this version");
        }
        else if (command.Changes && context.Model.Options.ReadOnly && VerbCommands.Find(context, line.Trim()) is { Changes: false })
        {
            VerbCommands.Run(context, line.Trim());
        }
        else if (command.Changes && context.Model.Options.ReadOnly)
        {
            context.Model.Say($"this console is read-only: {command.Name} is not done", error: true);
        }
        else
        {
            command.Run(context, argument);
        }

        context.Model.Dirty = true;
    }

    private static (string Name, string Argument) Split(string line)
    {
        var trimmed = line.Trim();
        var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (trimmed, "") : (trimmed[..space], trimmed[(space + 1)..].Trim());
    }
}
