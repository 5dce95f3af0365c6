using FleetTui.Console.Boards;
using FleetTui.Console.Boards.Diff;
using FleetTui.Console.Boards.Fleet;
using FleetTui.Console.Boards.Lane;
using FleetTui.Console.Boards.Log;
using FleetTui.Console.Boards.Migrations;
using FleetTui.Console.Boards.Roles;
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
        new("overview", "all slots", "all slots in a table, with the last lines of one", (context, _) => Opening.Open(context, new FleetBoard(context.Model))),
        new("status", "all slots", "all slots in a table, with the last lines of one", (context, _) => Opening.Open(context, new FleetBoard(context.Model))),
        new("peek", "look and answer", "the last lines of a slot and a line to answer it, without going there; peek [SLOT]", Peek),
        new("numbers", "slot numbers", "show the numbers; a digit goes there", (context, _) => context.Model.Panel = new NumbersPanel()),
        new("messages", "messages", "the messages this console showed", (context, _) => context.Model.Panel = new MessagesPanel()),
        new("lane", "the lane", "what waits, what landed, and why something did not; lane pause, lane resume", Lane),
        new("log", "log", "what happened; log [SLOT] [--kind KIND] [--grep TEXT]", Log),
        new("view-keys", "keys to the view", "give the keyboard to the view at the side, or back to the slot", (context, _) => ViewKeys(context)),
        new("view-side", "view at the side", "put views beside the slots, or over them", (context, _) => Opening.Switch(context)),
        new("diff", "diff", "what a slot has not landed, file by file; diff [SLOT]", Diff),
        new("review", "diff", "what this slot has not landed, file by file", Diff),
        new("migrations", "migrations", "a day of migrations: collisions, bands and the next free versions", (context, _) => Opening.Open(context, new MigrationsBoard())),
        new("roles", "roles", "who holds which role, what the domains take in, and who held them", (context, _) => Opening.Open(context, new RolesBoard([]))),
        new("assign", "assign a role", "give this slot another role; assign [SLOT [ROLE]]", Assign, Changes: true),
        new("why", "why this state", "what is known of a slot's state, and from whom", Why),
    ];

    private static void Lane(CommandContext context, string argument)
    {
        switch (argument)
        {
            case "" or "status":
                Opening.Open(context, new LaneBoard());
                break;
            case "pause" or "resume":
                context.Run($"hold {argument}");
                break;
            default:
                context.Model.Say("lane: status, pause or resume", error: true);
                break;
        }
    }

    private static void Log(CommandContext context, string argument)
    {
        if (argument.Length == 0)
        {
            Opening.Open(context, new LogBoard(LogFilter.None));
            return;
        }

        if (LogArguments.Read(argument) is not { } filter)
        {
            context.Model.Say("log [SLOT] [--kind KIND] [--grep TEXT]", error: true);
        }
        else if (context.Model.Board is LogBoard open)
        {
            open.Show(filter with { Slot = filter.Slot ?? open.Filter.Slot, Kind = filter.Kind ?? open.Filter.Kind }, context);
        }
        else
        {
            Opening.Put(context, new LogBoard(filter));
        }
    }

    private static void Diff(CommandContext context, string name)
    {
        var model = context.Model;
        if ((name.Length > 0 ? model.SlotOf(name) : model.Focused) is not { } slot)
        {
            model.Say(name.Length > 0 ? $"there is no slot {name}" : "there is no slot", error: true);
        }
        else if (model.Board is DiffBoard open && open.Slot != slot.Id)
        {
            Opening.Put(context, new DiffBoard(slot.Id));
        }
        else
        {
            Opening.Open(context, new DiffBoard(slot.Id));
        }
    }

    private static void Peek(CommandContext context, string name)
    {
        if ((name.Length > 0 ? context.Model.SlotOf(name) : context.Model.Focused) is { } slot)
        {
            context.Model.Panel = new PeekPanel(slot.Id);
        }
        else
        {
            context.Model.Say(name.Length > 0 ? $"there is no slot {name}" : "there is no slot", error: true);
        }
    }

    private static void ViewKeys(CommandContext context)
    {
        var model = context.Model;
        if (model.Board is null)
        {
            model.Say("no view is open");
            return;
        }

        model.BoardHasKeys = !model.BoardHasKeys;
    }

    private static void Assign(CommandContext context, string argument)
    {
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words.FirstOrDefault() ?? "";
        if ((name.Length > 0 ? context.Model.SlotOf(name) : context.Model.Focused) is not { } slot)
        {
            context.Model.Say(name.Length > 0 ? $"there is no slot {name}" : "there is no slot", error: true);
            return;
        }

        context.Model.Preview = null;
        var panel = new RolesPanel(slot.Id, words.ElementAtOrDefault(1));
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
