using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;
using FleetTui.Console.Model;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet lane status|pause|resume</c>.</summary>
internal static class LaneVerb
{
    private const int OverridesShown = 5;

    public static Command Create(CliContext context) => new("lane", "Show, pause or resume the landing lane.")
    {
        Part("status", "Show what waits, what landed, and why something did not.", context, (_, _) => Task.CompletedTask),
        Part("pause", "Hold the lane: nothing lands until it is resumed.", context, (fleet, cancellation) => fleet.PauseLaneAsync(cancellation)),
        Part("resume", "Let the lane land again.", context, (fleet, cancellation) => fleet.ResumeLaneAsync(cancellation)),
    };

    public static async Task WriteAsync(LaneStatus lane, CliContext context)
    {
        var why = lane.Reason.Length == 0 ? "" : $": {Printable.Of(lane.Reason)}";
        var target = lane.Target.Length == 0 ? "" : $" to {lane.Target}";
        await context.Output.WriteLineAsync($"lane{target}: {lane.State}{why.TrimEnd('.')}; {lane.Landed} landed, {lane.RejectedPushes} pushes rejected");
        if (lane.Train is { } train)
        {
            var detail = train.Detail.Length == 0 ? "" : $" ({Printable.Of(train.Detail)})";
            await context.Output.WriteLineAsync($"  train: {string.Join(' ', train.Slots)}  {train.Step}{detail}{(train.Attempt > 1 ? $", attempt {train.Attempt}" : "")}");
        }

        foreach (var entry in lane.Queue)
        {
            var reason = entry.Reason.Length == 0 ? "" : $": {Printable.Of(entry.Reason)}";
            await context.Output.WriteLineAsync($"  {entry.Slot}  {entry.Commits} {(entry.Commits == 1 ? "commit" : "commits")}  {entry.State}{reason}");
            if (entry.Fix.Length > 0 && !entry.Reason.Contains(entry.Fix, StringComparison.Ordinal))
            {
                await context.Output.WriteLineAsync($"    fix: {Printable.Of(entry.Fix)}");
            }
        }

        foreach (var commit in lane.Recent.Where(commit => commit.Override is not null).Take(OverridesShown))
        {
            await context.Output.WriteLineAsync($"  override: {commit.Slot} {Short(commit.Commit)} {Printable.Of(commit.Subject)}: {Printable.Of(commit.Override!)}");
        }

        if (lane.LastLanded is { } last)
        {
            await context.Output.WriteLineAsync($"  last landed: {last.Slot} {Short(last.Commit)} {Age.Compact(context.Time.GetUtcNow() - last.At)} ago");
        }
    }

    private static Command Part(string name, string description, CliContext context, Func<IFleetApi, CancellationToken, Task> act)
    {
        var json = VerbExtensions.Json();
        return new Command(name, description) { json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            await act(fleet, cancellation);
            var lane = (await fleet.StatusAsync(cancellation)).Lane;
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, lane) : WriteAsync(lane, here));
            return ExitCode.Done;
        });
    }

    private static string Short(string commit) => commit.Length > 10 ? commit[..10] : commit;
}
