using System.CommandLine;
using FleetTui.Cli.CommandLine;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet up [SLOT…]</c>: starts slots, and the fleet itself when it does not run.</summary>
internal static class UpVerb
{
    public static Command Create(CliContext context)
    {
        var slots = new Argument<string[]>(VerbExtensions.SlotName) { Description = "Slots to start; all that start by themselves when none is named.", Arity = ArgumentArity.ZeroOrMore };
        return new Command("up", "Start slots, and the fleet when it does not run.") { slots }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectOrStartAsync(here, cancellation);
            await fleet.StartSlotsAsync(parsed.GetValue(slots) ?? [], cancellation);
            return ExitCode.Done;
        });
    }
}
