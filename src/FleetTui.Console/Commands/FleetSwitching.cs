using FleetTui.Console.Effects;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Commands;

/// <summary>From this fleet to another of the same user: tmux's sessions. The console leaves the one and opens on the other; both go on.</summary>
internal static class FleetSwitching
{
    public static readonly ConsoleCommand[] All =
    [
        new("fleets", "other fleets", "your fleets that run, to go to another", (context, _) => Find(context, (all, then) => then.Model.Panel = new FleetsPanel(all, then.Model))),
        new("next-fleet", "next fleet", "go to the next of your fleets that run", (context, _) => Step(context, 1)),
        new("previous-fleet", "fleet before", "go to the one before of your fleets that run", (context, _) => Step(context, -1)),
        new("last-fleet", "last fleet", "go back to the fleet that this console was on before", (context, _) => Last(context)),
    ];

    public static void Go(CommandContext context, string repository)
    {
        context.Model.Panel = null;
        if (repository != context.Model.Fleet?.Repository)
        {
            context.Ask(new Effect.SwitchFleet(repository));
        }
    }

    private static void Step(CommandContext context, int by) => Find(context, (all, then) =>
    {
        var here = all.ToList().FindIndex(fleet => fleet.Repository == then.Model.Fleet?.Repository);
        if (all.Count == 0 || (all.Count == 1 && here == 0))
        {
            then.Model.Say("no other fleet of yours runs");
        }
        else
        {
            Go(then, all[here < 0 ? 0 : (here + by + all.Count) % all.Count].Repository);
        }
    });

    private static void Last(CommandContext context)
    {
        if (context.Model.Options.Fleets?.Last is not { } last)
        {
            context.Model.Say("this console was on no other fleet yet");
            return;
        }

        Find(context, (all, then) =>
        {
            if (all.Any(fleet => fleet.Repository == last))
            {
                Go(then, last);
            }
            else
            {
                then.Model.Say($"the fleet of {last} does not run any more");
            }
        });
    }

    private static void Find(CommandContext context, Action<IReadOnlyList<RunningFleet>, CommandContext> then)
    {
        if (context.Model.Options.Fleets is null)
        {
            context.Model.Say("no other fleet of yours runs");
        }
        else
        {
            context.Ask(new Effect.FindFleets(then));
        }
    }
}
