using System.CommandLine;
using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;
using FleetTui.Console.Model;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet status</c>: every slot and the lane.</summary>
internal static class StatusVerb
{
    public static Command Create(CliContext context)
    {
        var json = VerbExtensions.Json();
        var watch = new Option<bool>("--watch", "-w") { Description = "Go on: a plain line for each change, fit to be read aloud. Ctrl-C ends it." };
        return new Command("status", "Show every slot and the lane.") { watch, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            if (parsed.GetValue(watch))
            {
                return await WatchAsync(fleet, parsed.GetValue(json), here, cancellation);
            }

            var status = await fleet.StatusAsync(cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, status) : WriteAsync(status, here));
            return ExitCode.Done;
        });
    }

    private static async Task<int> WatchAsync(IFleetApi fleet, bool json, CliContext context, CancellationToken cancellation)
    {
        var changes = new StatusChanges();
        try
        {
            await foreach (var update in fleet.StreamAsync(cancellation))
            {
                if (update.Status is not { } status)
                {
                    continue;
                }

                var at = TimeZoneInfo.ConvertTime(context.Time.GetUtcNow(), context.Time.LocalTimeZone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
                var lines = changes.Take(status).ToList();
                if (json && lines.Count > 0)
                {
                    await CliJson.WriteLineAsync(context.Output, status);
                }

                foreach (var line in json ? [] : lines)
                {
                    await context.Output.WriteLineAsync($"{at}  {line}");
                }

                await context.Output.FlushAsync(cancellation);
            }

            await context.Error.WriteLineAsync("fleet: the daemon has ended");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how it ends.
        }

        return ExitCode.Done;
    }

    private static string Context(SlotContext? context) => context switch
    {
        null => "-",
        { Percent: { } percent } => $"{percent}%",
        _ => $"{context.Tokens / 1000}k",
    };

    private static async Task WriteAsync(FleetStatus status, CliContext context)
    {
        var table = new TextTable("#", "SLOT", "LABEL", "ROLE", "AGENT", "STATE", "FOR", "CONTEXT", "BRANCH", "+/-", "DIRTY", "LANDING");
        foreach (var slot in status.Slots)
        {
            table.Add(
                $"{slot.Number}{(slot.Attention ? "!" : "")}",
                slot.Id,
                slot.Label,
                slot.Role.Length == 0 ? "-" : slot.Role,
                slot.Agent,
                slot.Detail.Length == 0 ? slot.State : $"{slot.State} ({slot.Detail})",
                Age.Compact(context.Time.GetUtcNow() - slot.Since),
                Context(slot.Context),
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
