using System.CommandLine;
using FleetTui.Api.Status;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet status</c>: every slot and the lane.</summary>
internal static class StatusVerb
{
    public static Command Create(CliContext context)
    {
        var json = VerbExtensions.Json();
        return new Command("status", "Show every slot and the lane.") { json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var status = await fleet.StatusAsync(cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, status) : WriteAsync(status, here));
            return ExitCode.Done;
        });
    }

    private static async Task WriteAsync(FleetStatus status, CliContext context)
    {
        var table = new TextTable("#", "SLOT", "LABEL", "ROLE", "AGENT", "STATE", "FOR", "BRANCH", "+/-", "DIRTY", "LANDING");
        foreach (var slot in status.Slots)
        {
            table.Add(
                $"{slot.Number}{(slot.Attention ? "!" : "")}",
                slot.Id,
                slot.Label,
                slot.Role.Length == 0 ? "-" : slot.Role,
                slot.Agent,
                slot.Detail.Length == 0 ? slot.State : $"{slot.State} ({slot.Detail})",
                Age.Since(slot.Since, context.Time),
                slot.Branch,
                $"+{slot.Ahead}/-{slot.Behind}",
                $"{slot.Dirty}",
                slot.LandingReason.Length == 0 ? slot.Landing : $"{slot.Landing}: {slot.LandingReason}");
        }

        await context.Output.WriteLineAsync(Printable.Of($"{status.Fleet.Name} in {status.Fleet.Repository}"));
        if (status.Fleet.Problem is { } problem)
        {
            await context.Output.WriteLineAsync(Printable.Of(problem));
        }

        await table.WriteAsync(context.Output);
        await LaneVerb.WriteAsync(status.Lane, context);
    }
}
