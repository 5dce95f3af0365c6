using FleetTui.Console.Boards.Fleet;
using FleetTui.Console.Boards;
using FleetTui.Console.Effects;
using FleetTui.Console.Panels;
using FleetTui.Console.Verbs;

namespace FleetTui.Console.Commands;

/// <summary>The command line's verbs at the console's prompt and in its palette.</summary>
internal static class VerbCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("fleet", "all slots", "all slots in a table that is sorted by any column; fleet VERB… runs a verb of the command line", Fleet),
    ];

    /// <summary>The verb that a line begins with, the longest name first; null for none.</summary>
    public static FleetVerb? Find(CommandContext context, string line) => context.Model.Options.Verbs?.All
        .Where(verb => line == verb.Name || line.StartsWith(verb.Name + " ", StringComparison.Ordinal))
        .MaxBy(verb => verb.Name.Length);

    /// <summary>Runs a line of the command line and shows what it prints.</summary>
    public static void Run(CommandContext context, string line)
    {
        var model = context.Model;
        if (Find(context, line) is not { } verb)
        {
            model.Say($"fleet has no verb \"{line.Split(' ')[0]}\" ({model.Keys.Spell("palette")} lists them)", error: true);
        }
        else if (verb.Outside is { } why)
        {
            model.Say($"fleet {verb.Name}: {why}");
        }
        else if (verb.Changes && model.Options.ReadOnly)
        {
            model.Say($"this console is read-only: fleet {verb.Name} is not run", error: true);
        }
        else if (verb.Asks)
        {
            model.Panel = new ConfirmPanel($"fleet {line}: sure?", yes => Begin(yes, line));
        }
        else
        {
            Begin(context, line);
        }
    }

    private static void Begin(CommandContext context, string line)
    {
        var panel = new VerbPanel(line);
        context.Model.Panel = panel;
        context.Ask(new Effect.RunVerb(panel, line));
    }

    private static void Fleet(CommandContext context, string line)
    {
        if (line.Length > 0)
        {
            Run(context, line);
        }
        else
        {
            Opening.Open(context, new FleetBoard(context.Model));
        }
    }
}
