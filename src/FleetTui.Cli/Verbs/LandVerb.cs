using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet land [SLOT…|--all] [--wait]</c>: lands now, without waiting for the debounce; also without a running daemon.</summary>
internal static class LandVerb
{
    public static Command Create(CliContext context)
    {
        var slots = new Argument<string[]>(VerbExtensions.SlotName) { Description = "Slots to land; all when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Land every slot." };
        var wait = new Option<bool>("--wait") { Description = "Wait, and say what became of each slot." };
        var json = VerbExtensions.Json();
        return new Command("land", "Land slots' commits now.") { slots, all, wait, json }.Does(context, async (parsed, here, cancellation) =>
        {
            var named = parsed.GetValue(slots) ?? [];
            if (parsed.GetValue(all) && named.Length > 0)
            {
                throw new FleetApiException(ExitCode.Input, "name slots or say --all, not both");
            }

            var result = await LandAsync(named, parsed.GetValue(wait), here, cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, result) : WriteAsync(result, here));
            return result.Slots.All(slot => slot.Outcome is "landed" or "nothing" or "waiting") ? ExitCode.Done : ExitCode.No;
        });
    }

    private static async Task<LandResult> LandAsync(IReadOnlyList<string> slots, bool wait, CliContext context, CancellationToken cancellation)
    {
        await using var fleet = await context.Fleets.TryConnectAsync(context, cancellation);
        if (fleet is not null)
        {
            return await fleet.LandAsync(slots, wait, cancellation);
        }

        using var standalone = await WithoutDaemon.OpenAsync(context, cancellation);
        return await standalone.LandAsync(slots, cancellation);
    }

    private static async Task WriteAsync(LandResult result, CliContext context)
    {
        foreach (var slot in result.Slots)
        {
            var commits = slot.Commits.Count == 0 ? "" : $" {slot.Commits.Count} {(slot.Commits.Count == 1 ? "commit" : "commits")}";
            var reason = slot.Reason.Length == 0 ? "" : $": {Printable.Of(slot.Reason)}";
            await context.Output.WriteLineAsync($"{slot.Slot}  {slot.Outcome}{commits}{reason}");
        }
    }
}
