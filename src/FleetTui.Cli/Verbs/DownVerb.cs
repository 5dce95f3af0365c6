using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet down [SLOT…|--all]</c>: stops agents; their worktrees and work stay. <c>--all</c> ends host and daemon, too.</summary>
internal static class DownVerb
{
    public static Command Create(CliContext context)
    {
        var slots = new Argument<string[]>(VerbExtensions.SlotName) { Description = "Slots to stop.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Stop every slot, then the terminal host and the daemon." };
        return new Command("down", "Stop slots; worktrees and work stay as they are.") { slots, all }.Does(context, async (parsed, here, cancellation) =>
        {
            var named = parsed.GetValue(slots) ?? [];
            if (parsed.GetValue(all) == named.Length > 0)
            {
                throw new FleetApiException(ExitCode.Input, "name the slots to stop, or say --all");
            }

            if (named.Length > 0)
            {
                await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
                await fleet.StopSlotsAsync(named, cancellation);
                return ExitCode.Done;
            }

            await FleetEnding.EndAsync(here, cancellation);
            return ExitCode.Done;
        });
    }
}
