namespace FleetTui.Console.Commands;

internal static class CopyCommands
{
    public static readonly ConsoleCommand[] All = [];
}
