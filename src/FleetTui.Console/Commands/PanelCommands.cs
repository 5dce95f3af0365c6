using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Commands;

/// <summary>Opening views.</summary>
internal static class PanelCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("keys", "all keys", "list all keys; type to filter, Enter runs", (context, _) => context.Model.Panel = new KeysPanel(context.Model, palette: false)),
        new("palette", "all commands", "choose a command by typing a part of it", (context, _) => context.Model.Panel = new KeysPanel(context.Model, palette: true)),
        new("describe-key", "what does a key do", "say what the next key does", (context, _) => context.Model.Panel = new DescribeKeyPanel()),
        new("prompt", "command prompt", "type a command; Tab completes", (context, text) => context.Model.Panel = new PromptPanel(":", "", text.Length > 0 ? text + " " : "")),
        new("overview", "all slots", "all slots in a table, with the last lines of one", (context, _) => context.Model.Panel = new OverviewPanel(context.Model)),
        new("status", "all slots", "all slots in a table, with the last lines of one", (context, _) => context.Model.Panel = new OverviewPanel(context.Model)),
        new("numbers", "slot numbers", "show the numbers; a digit goes there", (context, _) => context.Model.Panel = new NumbersPanel()),
        new("messages", "messages", "the messages this console showed", (context, _) => context.Model.Panel = new MessagesPanel()),
        new("lane", "the lane", "what waits, what landed, and why something did not; lane pause, lane resume", Lane),
        new("log", "log", "what happened", (context, _) => Log(context)),
        new("migrations", "migrations", "collisions, bands and the next free versions", (context, _) => Migrations(context)),
        new("assign", "assign a role", "give this slot another role", (context, _) => Assign(context), Changes: true),
        new("why", "why this state", "what is known of a slot's state, and from whom", Why),
    ];

    public static void LoadMigrations(CommandContext context) =>
        context.Ask(new Effect.Call("migrations", async (api, cancellation) => new ConsoleMessage.Migrations(await api.MigrationsAsync(cancellation).ConfigureAwait(false))));

    private static void Lane(CommandContext context, string argument)
    {
        switch (argument)
        {
            case "" or "status":
                context.Model.Panel = new LanePanel();
                break;
            case "pause" or "resume":
                context.Run($"hold {argument}");
                break;
            default:
                context.Model.Say("lane: status, pause or resume", error: true);
                break;
        }
    }

    private static void Log(CommandContext context)
    {
        context.Model.Panel = new LogPanel();
        var last = context.Model.Log.Count > 0 ? context.Model.Log[^1].Id : 0;
        context.Ask(new Effect.Call("log", async (api, cancellation) => new ConsoleMessage.LogLoaded(await api.LogAsync(last, 500, cancellation).ConfigureAwait(false))));
    }

    private static void Migrations(CommandContext context)
    {
        context.Model.Panel = new MigrationsPanel();
        LoadMigrations(context);
    }

    private static void Assign(CommandContext context)
    {
        if (context.Model.Focused is not { } slot)
        {
            return;
        }

        context.Model.Preview = null;
        var panel = new RolesPanel(slot.Id);
        context.Model.Panel = panel;
        context.Model.Roles = null;
        context.Ask(new Effect.Call("roles", async (api, cancellation) => new ConsoleMessage.Roles(await api.RolesAsync(cancellation).ConfigureAwait(false))));
    }

    private static void Why(CommandContext context, string name)
    {
        var slot = name.Length > 0 ? name : context.Model.Focused?.Id;
        if (slot is null)
        {
            return;
        }

        context.Model.Panel = new EvidencePanel(slot);
        context.Ask(new Effect.Call($"why {slot}", async (api, cancellation) => new ConsoleMessage.Evidence(await api.WhyAsync(slot, cancellation).ConfigureAwait(false))));
    }
}
