using FleetTui.Console.Effects;

namespace FleetTui.Console.Commands;

/// <summary>The console itself.</summary>
internal static class ConsoleCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("detach", "detach", "leave the console; every slot goes on", (context, _) => context.Ask(new Effect.Detach())),
        new("suspend", "suspend", "stop this console as Ctrl-Z does; fg brings it back", (context, _) => context.Ask(new Effect.Suspend())),
        new("redraw", "redraw", "paint the whole screen again", (context, _) => context.Model.Repaint = true),
        new("pass-next", "pass next key", "give the next key to the slot untouched", (context, _) => context.Model.PassNext = true),
        new("info", "info line", "say what this slot is", (context, _) => Info(context)),
        new("clock", "clock", "a large clock over this place; any key leaves", (context, _) => context.Model.Panel = new Panels.ClockPanel()),
    ];

    private static void Info(CommandContext context)
    {
        if (context.Model.Focused is not { } slot)
        {
            return;
        }

        var status = slot.Status;
        var size = slot.View is { Exists: true } view ? $", {view.Columns}x{view.Rows}, {view.FirstScreenLine - view.FirstLine} lines back" : "";
        context.Model.Say($"{status.Number} {status.Id}: {(status.Role.Length > 0 ? status.Role : "no role")}, {status.Agent}, {status.State} (told by {status.Source}), {status.Worktree}{size}");
    }
}
