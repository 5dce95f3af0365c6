namespace FleetTui.Console.Commands;

internal static class PanelCommands
{
    public static readonly ConsoleCommand[] All = [];
}
