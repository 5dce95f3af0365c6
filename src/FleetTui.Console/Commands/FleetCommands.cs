namespace FleetTui.Console.Commands;

internal static class FleetCommands
{
    public static readonly ConsoleCommand[] All = [];
}
