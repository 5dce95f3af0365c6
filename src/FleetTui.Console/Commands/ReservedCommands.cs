namespace FleetTui.Console.Commands;

/// <summary>Keys of tmux's table and of the key map whose commands come later: the key stays theirs and says so.</summary>
internal static class ReservedCommands
{
    private static readonly (string Name, string Note)[] Names =
    [
        ("rename-fleet", "renaming the fleet (name in fleet.toml does)"),
        ("tasks", "the tasks board"), ("inbox", "the inbox"), ("usage", "usage and cost"),
    ];

    public static readonly ConsoleCommand[] All =
        [.. Names.Select(name => new ConsoleCommand(name.Name, name.Note, name.Note, static (_, _) => { }, Available: false))];
}
