using System.CommandLine;
using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet log [--follow]</c>: what happened, oldest first.</summary>
internal static class LogVerb
{
    private const int Most = 1000;

    public static Command Create(CliContext context)
    {
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what happens from now." };
        var json = VerbExtensions.Json();
        return new Command("log", "Show what happened in the fleet.") { follow, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var last = 0L;
            foreach (var entry in await fleet.LogAsync(0, Most, cancellation))
            {
                await WriteAsync(entry);
                last = entry.Id;
            }

            if (!parsed.GetValue(follow))
            {
                return ExitCode.Done;
            }

            await here.Output.FlushAsync(cancellation);
            await foreach (var update in fleet.StreamAsync(cancellation))
            {
                if (update.Entry is { } entry && entry.Id > last)
                {
                    await WriteAsync(entry);
                    await here.Output.FlushAsync(cancellation);
                }
            }

            return ExitCode.Done;

            Task WriteAsync(LogEntry entry) => parsed.GetValue(json)
                ? CliJson.WriteLineAsync(here.Output, entry)
                : here.Output.WriteLineAsync(Line(entry));
        });
    }

    private static string Line(LogEntry entry)
    {
        var at = entry.At.ToLocalTime().ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{at}  {entry.Kind,-20}  {entry.Slot ?? "-",-8}  {entry.Message}";
    }
}
