using System.CommandLine;
using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet migration check</c>, <c>next [SLOT] [--name NAME]</c> and <c>day [DAY]</c>; all also without a running daemon.</summary>
internal static class MigrationVerb
{
    public static Command Create(CliContext context) =>
        new("migration", "Check migrations for collisions; get the next free timestamp.") { Check(context), Next(context), Day(context) };

    private static Command Check(CliContext context)
    {
        var json = VerbExtensions.Json();
        return new Command("check", "Name each collision and the next free timestamp; exit 1 when there is one.") { json }.Does(context, async (parsed, here, cancellation) =>
        {
            var report = await ReportAsync(here, cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, report) : WriteAsync(report, here));
            return report.Findings.Count == 0 ? ExitCode.Done : ExitCode.No;
        });
    }

    private static Command Next(CliContext context)
    {
        var slot = new Argument<string?>(VerbExtensions.SlotName) { Description = "Whose timestamp; inside a slot, that slot's when none is named.", Arity = ArgumentArity.ZeroOrOne };
        var name = new Option<string?>("--name") { Description = "Print the path of a migration of that name.", HelpName = "NAME" };
        var json = VerbExtensions.Json();
        return new Command("next", "Print the next free timestamp of a slot.") { slot, name, json }.Does(context, async (parsed, here, cancellation) =>
        {
            var next = await NextAsync(parsed.GetValue(slot), parsed.GetValue(name), here, cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, next) : here.Output.WriteLineAsync(next.Path ?? next.Version));
            return ExitCode.Done;
        });
    }

    private static Command Day(CliContext context)
    {
        var day = new Argument<string?>("DAY") { Description = "As 2026-11-20, in UTC; today when none is named.", Arity = ArgumentArity.ZeroOrOne };
        var json = VerbExtensions.Json();
        return new Command("day", "Show a day's migrations: who owns which versions, what is used and what is free.") { day, json }.Does(context, async (parsed, here, cancellation) =>
        {
            var report = await DayAsync(parsed.GetValue(day), here, cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, report) : WriteDayAsync(report, here));
            return ExitCode.Done;
        });
    }

    private static async Task<MigrationDayReport> DayAsync(string? day, CliContext context, CancellationToken cancellation)
    {
        await using var fleet = await context.Fleets.TryConnectAsync(context, cancellation);
        if (fleet is not null)
        {
            return await fleet.MigrationDayAsync(day, cancellation);
        }

        using var standalone = await WithoutDaemon.OpenAsync(context, cancellation);
        return await standalone.MigrationDayAsync(day, cancellation);
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

    private static async Task<MigrationReport> ReportAsync(CliContext context, CancellationToken cancellation)
    {
        await using var fleet = await context.Fleets.TryConnectAsync(context, cancellation);
        if (fleet is not null)
        {
            return await fleet.MigrationsAsync(cancellation);
        }

        using var standalone = await WithoutDaemon.OpenAsync(context, cancellation);
        return await standalone.MigrationsAsync(cancellation);
    }

    private static async Task<NextMigration> NextAsync(string? named, string? name, CliContext context, CancellationToken cancellation)
    {
        var slot = named ?? context.Environment("FLEET_SLOT");
        if (string.IsNullOrEmpty(slot))
        {
            throw new FleetApiException(ExitCode.Input, "name the slot: 'fleet migration next SLOT'");
        }

        await using var fleet = await context.Fleets.TryConnectAsync(context, cancellation);
        if (fleet is not null)
        {
            return await fleet.NextMigrationAsync(slot, name, cancellation);
        }

        using var standalone = await WithoutDaemon.OpenAsync(context, cancellation);
        return await standalone.NextMigrationAsync(slot, name, cancellation);
    }

    private static async Task WriteAsync(MigrationReport report, CliContext context)
    {
        foreach (var finding in report.Findings)
        {
            var suggestion = finding.Suggestion is null ? "" : $"; the next free version is {finding.Suggestion}";
            await context.Output.WriteLineAsync($"{finding.Kind}: {Printable.Of(finding.Message.TrimEnd('.'))}{suggestion}");
        }

        if (report.Findings.Count == 0)
        {
            await context.Output.WriteLineAsync($"{report.Files.Count} {(report.Files.Count == 1 ? "migration" : "migrations")}, no collision");
        }
    }
}
