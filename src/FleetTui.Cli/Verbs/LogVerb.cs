using System.CommandLine;
using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet log [--slot SLOT] [--kind KIND] [--grep TEXT] [--last N] [--follow]</c>: what happened, oldest first.</summary>
internal static class LogVerb
{
    private const int PageSize = 1000;

    public static Command Create(CliContext context)
    {
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what happens from now." };
        var slot = new Option<string?>("--slot") { Description = "Only of this slot.", HelpName = "SLOT" };
        var kind = new Option<string?>("--kind") { Description = "Only of this kind (lane.held), or of all kinds before a dot (lane).", HelpName = "KIND" };
        var grep = new Option<string?>("--grep") { Description = "Only with this text.", HelpName = "TEXT" };
        var newest = new Option<int?>("--last", "-n") { Description = "Only the newest N.", HelpName = "N" };
        var json = VerbExtensions.Json();
        return new Command("log", "Show what happened in the fleet.") { slot, kind, grep, newest, follow, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var query = new LogQuery(null, parsed.GetValue(newest) ?? PageSize, parsed.GetValue(slot), parsed.GetValue(kind), parsed.GetValue(grep));
            if (query.Most < 1)
            {
                throw new FleetApiException(ExitCode.Input, "--last takes a number from 1 on");
            }

            var last = 0L;
            if (parsed.GetValue(newest) is not null)
            {
                foreach (var entry in await fleet.LogPageAsync(query, cancellation))
                {
                    await WriteAsync(entry);
                    last = entry.Id;
                }
            }

            if (parsed.GetValue(newest) is null || (parsed.GetValue(follow) && last > 0))
            {
                await WriteNewAsync();
            }

            if (!parsed.GetValue(follow))
            {
                return ExitCode.Done;
            }

            // The stream carries what happens from its first message on, and drops entries for a slow reader: what lies between is asked for.
            var joined = false;
            await foreach (var update in fleet.StreamAsync(cancellation))
            {
                if (!joined || update.Entry?.Id > last)
                {
                    joined = true;
                    await WriteNewAsync();
                    await here.Output.FlushAsync(cancellation);
                }
            }

            return ExitCode.Done;

            async Task WriteNewAsync()
            {
                IReadOnlyList<LogEntry> page;
                do
                {
                    page = await fleet.LogAsync(last, PageSize, cancellation);
                    foreach (var entry in page)
                    {
                        await (query.Takes(entry) ? WriteAsync(entry) : Task.CompletedTask);
                        last = entry.Id;
                    }
                }
                while (page.Count == PageSize);
            }

            Task WriteAsync(LogEntry entry) => parsed.GetValue(json)
                ? CliJson.WriteLineAsync(here.Output, entry)
                : here.Output.WriteLineAsync(Line(entry));
        });
    }

    private static string Line(LogEntry entry)
    {
        var at = entry.At.ToLocalTime().ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{at}  {entry.Kind,-20}  {entry.Slot ?? "-",-8}  {Printable.Of(entry.Message)}";
    }
}
