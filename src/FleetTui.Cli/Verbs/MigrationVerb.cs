using System.CommandLine;
using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;
using FleetTui.Cli.Verbs.Migrations;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet migration check</c>, <c>next [SLOT] [--name NAME]</c>, <c>fix [SLOT]</c> and <c>day [DAY]</c>; all also without a running daemon.</summary>
internal static class MigrationVerb
{
    public static Command Create(CliContext context) =>
        new("migration", "Check migrations for collisions; get the next free timestamp; mend what collides.") { MigrationCheckVerb.Create(context), Next(context), MigrationFixVerb.Create(context), Day(context) };

    private static Command Next(CliContext context)
    {
        var slot = new Argument<string?>(VerbExtensions.SlotName) { Description = "Whose timestamp; inside a slot, that slot's when none is named.", Arity = ArgumentArity.ZeroOrOne };
        var name = new Option<string?>("--name") { Description = "Print the path of a migration of that name.", HelpName = "NAME" };
        var dry = new Option<bool>("--dry-run") { Description = "Reserve nothing." };
        var json = VerbExtensions.Json();
        return new Command("next", "Print the next free timestamp of a slot; it is the slot's for an hour.") { slot, name, dry, json }.Does(context, async (parsed, here, cancellation) =>
        {
            var next = await NextAsync(parsed.GetValue(slot), parsed.GetValue(name), parsed.GetValue(dry), here, cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, next) : here.Output.WriteLineAsync(next.Path ?? next.Version));
            if (next.Note is { } note)
            {
                await here.Error.WriteLineAsync($"fleet: {Printable.Of(note)}");
            }

            return ExitCode.Done;
        });
    }

    private static Command Day(CliContext context)
    {
        var day = new Argument<string?>("DAY") { Description = "As 2026-11-20, in UTC; today when none is named.", Arity = ArgumentArity.ZeroOrOne };
        var json = VerbExtensions.Json();
        return new Command("day", "Show a day's migrations: who owns which versions, what is used and what is free.") { day, json }.Does(context, async (parsed, here, cancellation) =>
        {
            var report = await FleetOrAlone.AskAsync(here, fleet => fleet.MigrationDayAsync(parsed.GetValue(day), cancellation), alone => alone.MigrationDayAsync(parsed.GetValue(day), cancellation), cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, report) : WriteDayAsync(report, here));
            return ExitCode.Done;
        });
    }

    private static async Task WriteDayAsync(MigrationDayReport day, CliContext context)
    {
        await context.Output.WriteLineAsync($"{day.Day} UTC, {day.Scheme}, {day.Entries.Count} {(day.Entries.Count == 1 ? "version" : "versions")}");
        var slots = new TextTable("SLOT", "USED", "FREE", "NEXT", "OWNS");
        foreach (var slot in day.Slots)
        {
            slots.Add(slot.Slot, slot.Used.ToString(CultureInfo.InvariantCulture), slot.Free.ToString(CultureInfo.InvariantCulture), slot.Next, slot.Description);
        }

        await slots.WriteAsync(context.Output);
        foreach (var entry in day.Entries)
        {
            var problem = entry.Problem.Length == 0 ? "" : $"  {entry.Problem}: {Printable.Of(entry.Message)}";
            await context.Output.WriteLineAsync($"  {entry.Version}  {entry.Where}  {Printable.Of(entry.Path)}{problem}".TrimEnd());
        }
    }

    private static async Task<NextMigration> NextAsync(string? named, string? name, bool dryRun, CliContext context, CancellationToken cancellation)
    {
        var slot = named ?? context.Environment("FLEET_SLOT");
        if (string.IsNullOrEmpty(slot))
        {
            throw new FleetApiException(ExitCode.Input, "name the slot: 'fleet migration next SLOT'");
        }

        return await FleetOrAlone.AskAsync(context, fleet => fleet.NextMigrationAsync(slot, name, dryRun, cancellation), alone => alone.NextMigrationAsync(slot, name, dryRun, cancellation), cancellation);
    }
}
