using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Configuration;
using FleetTui.Git;
using FleetTui.Landing.Migrations;
using FleetTui.Migrations;
using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Days;
using FleetTui.Migrations.Repair;
using FleetTui.Migrations.Reservations;
using MigrationFinding = FleetTui.Migrations.Checking.MigrationFinding;
using ApiFinding = FleetTui.Api.Client.MigrationFinding;

namespace FleetTui.Daemon.Migrations;

/// <summary>Migrations as the API sees them: what is wrong, who owns which versions, and the next one for a slot.</summary>
internal sealed class MigrationDesk(
    Repository repository,
    Func<FleetConfiguration> configuration,
    Func<string> target,
    MigrationReservations reservations,
    TimeProvider clock)
{
    private const string Main = "main";
    private const string DayFormat = "yyyy-MM-dd";
    private const string NoDirectories = "This repository has no migrations: name their directories as migrations.directories in fleet.toml.";

    public async Task<MigrationReport> ReportAsync(CancellationToken cancellation)
    {
        var (rules, scheme) = Rules();
        if (rules.Directories.Count == 0)
        {
            return new MigrationReport(scheme, [], [], []);
        }

        var inputs = await LookAsync(rules, cancellation);
        var check = new MigrationCheck(rules, clock);
        return new MigrationReport(
            scheme,
            [.. check.Run(inputs).Select(Finding)],
            [.. check.Usage(inputs).Select(usage => new MigrationBand(usage.Slot, usage.Description, usage.Used, usage.Free, usage.Next))],
            [.. Files(rules, inputs)]);
    }

    /// <param name="day"><c>2026-11-20</c>; null: today, in UTC.</param>
    public async Task<MigrationDayReport> DayAsync(string? day, CancellationToken cancellation)
    {
        var date = day is null ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)
            : DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
            : throw new FleetApiException(2, $"'{day}' is no day: write it as 2026-11-20.");
        var (rules, scheme) = Rules();
        if (rules.Directories.Count == 0)
        {
            throw new FleetApiException(2, NoDirectories);
        }

        var report = new DayReader(rules, clock).Read(date, await LookAsync(rules, cancellation));
        return new MigrationDayReport(
            Written(date)!,
            scheme,
            [.. report.Slots.Select(slot => new MigrationDaySlot(slot.Slot, slot.Description, slot.Used, slot.Free, slot.Next, slot.Capacity))],
            [.. report.Entries.Select(entry => new MigrationDayEntry(entry.Version, entry.At is { } at ? new DateTimeOffset(at) : null, entry.Path, entry.Where, entry.Owner, entry.Problem is { } problem ? problem.Word() : "", entry.Message))],
            Written(report.Before),
            Written(report.After),
            report.Undated,
            [.. report.Findings.Select(Finding)]);
    }

    /// <summary>The version is the slot's from now on, for as long as it takes to write the file; a dry run reserves nothing.</summary>
    public async Task<NextMigration> NextAsync(string slot, string? name, bool dryRun, CancellationToken cancellation)
    {
        var (rules, _) = Rules();
        if (rules.Directories.Count == 0)
        {
            throw new FleetApiException(2, NoDirectories);
        }

        if (rules.Grammar.Graph is not null)
        {
            throw new FleetApiException(2, $"With {rules.Grammar.Name} a migration has no version of its own: let the tool make it, and 'fleet migration check' says which one it has to follow.");
        }

        if (!rules.Scheme.Knows(slot))
        {
            throw new FleetApiException(2, $"Slot {slot} has no band: give it one in [migrations.bands] of fleet.toml.");
        }

        var inputs = await LookAsync(rules, cancellation);
        var version = dryRun ? new MigrationCheck(rules, clock).Next(slot, inputs) : reservations.Reserve(rules, slot, inputs);
        var note = new MigrationCheck(rules, clock).Usage(inputs with { Reserved = [.. inputs.Reserved, new ReservedVersion(slot, version)] }).FirstOrDefault(usage => usage.Slot == slot)?.Shortage;
        return new NextMigration(slot, version, string.IsNullOrEmpty(name) ? null : rules.PathFor(version, name), note);
    }

    /// <summary>Renames what collides or is too old in the slot's worktree; the new versions are the slot's before anything is renamed.</summary>
    public async Task<MigrationFix> FixAsync(string slot, bool dryRun, CancellationToken cancellation)
    {
        var (rules, _) = Rules();
        if (rules.Directories.Count == 0)
        {
            throw new FleetApiException(2, NoDirectories);
        }

        var inputs = await LookAsync(rules, cancellation);
        var plan = dryRun ? new MigrationRepair(rules, clock).Plan(slot, inputs) : reservations.Plan(rules, slot, inputs);
        var worktree = Worktrees().Single(one => one.Slot == slot).Path;
        switch (await new WorktreeRepair(repository, worktree).ApplyAsync(plan, dryRun, cancellation))
        {
            case RepairResult.Done done:
                return new MigrationFix(slot, dryRun, done.Steps, plan.Left);
            case RepairResult.Refused refused:
                reservations.Release(plan.Versions);
                throw new FleetApiException(1, refused.Reason);
            default:
                throw new InvalidOperationException();
        }
    }

    private IReadOnlyList<SlotWorktree> Worktrees() => [.. configuration().Slots.Select(slot => new SlotWorktree(slot.Id, Path.GetFullPath(slot.Worktree, repository.Root)))];

    private async Task<MigrationInputs> LookAsync(MigrationRules rules, CancellationToken cancellation)
    {
        var main = await repository.Refs.ResolveAsync(target(), cancellation) ?? throw new FleetApiException(1, $"There is no {target()} to compare with yet.");
        return await new MigrationFiles(repository, rules).CollectAsync(main, Worktrees(), reservations.Current(), cancellation);
    }

    private (MigrationRules Rules, string Scheme) Rules()
    {
        var now = configuration();
        return MigrationRules.Of(now) is { } rules
            ? (rules, now.Migrations.Scheme == MigrationScheme.Comb ? "comb" : "bands")
            : throw new FleetApiException(2, $"fleet.toml names a migrations.grammar that this version does not know: {now.Migrations.Grammar}.");
    }

    internal static IEnumerable<MigrationFile> Files(MigrationRules rules, MigrationInputs inputs) =>
        inputs.OnMain.Select(path => (Path: path, Where: Main))
            .Concat(inputs.Changes.Where(change => change.Kind == MigrationChangeKind.Added).Select(change => (change.Path, Where: change.Committed ? change.Slot : $"worktree:{change.Slot}")))
            .Select(file => rules.Locate(file.Path) is var (_, relative) && rules.Grammar.Read(relative) is FleetTui.Migrations.Grammars.GrammarReading.File read
                ? new MigrationFile(read.Version.Text, file.Path, file.Where)
                : null)
            .OfType<MigrationFile>();

    internal static ApiFinding Finding(MigrationFinding finding) =>
        new(finding.Kind.Word(), finding.Version, finding.Path, finding.Slot, finding.OtherPath, finding.OtherSlot, finding.Message, finding.Suggestion, finding.Holds);

    private static string? Written(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);
}
