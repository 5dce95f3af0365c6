using System.CommandLine;
using FleetTui.Cli.CommandLine;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet restart SLOT</c>: ends the slot's agent and starts it again.</summary>
internal static class RestartVerb
{
    public static Command Create(CliContext context)
    {
        var slot = VerbExtensions.Slot();
        return new Command("restart", "End a slot's agent and start it again.") { slot }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            await fleet.RestartSlotAsync(parsed.GetRequiredValue(slot), cancellation);
            return ExitCode.Done;
        });
    }
}
