using FleetTui.Api;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Configuration;
using FleetTui.Daemon.Landing;
using FleetTui.Daemon.Migrations;
using FleetTui.Daemon.Start;
using FleetTui.Daemon.Worktrees;
using FleetTui.Git;
using FleetTui.Landing;
using FleetTui.Migrations.Reservations;
using FleetTui.Storage;

namespace FleetTui.Daemon.Standalone;

/// <summary>What works without a running daemon: landing once, and migrations. The lane's own lock keeps it apart from a daemon that starts meanwhile.</summary>
public sealed class StandaloneFleet : IDisposable
{
    private readonly Repository repository;
    private readonly FleetPaths paths;
    private readonly FleetConfiguration configuration;
    private readonly FleetDatabase database;
    private readonly TimeProvider clock;

    private StandaloneFleet(Repository repository, FleetPaths paths, FleetConfiguration configuration, FleetDatabase database, TimeProvider clock) =>
        (this.repository, this.paths, this.configuration, this.database, this.clock) = (repository, paths, configuration, database, clock);

    /// <param name="configuration">What it runs (checks, set-up) must be trusted by now.</param>
    /// <exception cref="FleetApiException">Code 2: the fleet's state cannot be opened.</exception>
    public static StandaloneFleet Open(Repository repository, FleetPaths paths, FleetConfiguration configuration, TimeProvider clock)
    {
        Directory.CreateDirectory(paths.StateDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return FleetDatabase.Open(paths.Database, DaemonStart.Schema) switch
        {
            DatabaseOpening.Opened opened => new StandaloneFleet(repository, paths, configuration, opened.Database, clock),
            DatabaseOpening.Failed failed => throw new FleetApiException(2, failed.Failure.Message),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Lands these slots (all, when none is named) and says what became of each.</summary>
    public async Task<LandResult> LandAsync(IReadOnlyList<string> slots, CancellationToken cancellation)
    {
        foreach (var slot in slots)
        {
            Demand(slot);
        }

        var reservations = new MigrationReservations(database, clock);
        using var lane = Lane.Create(LaneComposition.Compose(repository, paths, () => configuration, reservations.Current, null, clock));
        if (new LaneStore(database).IsPaused)
        {
            lane.Pause();
        }

        return LaneAnswers.Of(await lane.LandAsync(slots, cancellation));
    }

    public async Task<MigrationReport> MigrationsAsync(CancellationToken cancellation) => await ToldAsync((await DeskAsync(cancellation)).ReportAsync(cancellation));

    public async Task<MigrationDayReport> MigrationDayAsync(string? day, CancellationToken cancellation) => await ToldAsync((await DeskAsync(cancellation)).DayAsync(day, cancellation));

    public async Task<NextMigration> NextMigrationAsync(string slot, string? name, bool dryRun, CancellationToken cancellation)
    {
        Demand(slot);
        return await ToldAsync((await DeskAsync(cancellation)).NextAsync(slot, name, dryRun, cancellation));
    }

    public async Task<MigrationFix> FixMigrationsAsync(string slot, bool dryRun, CancellationToken cancellation)
    {
        Demand(slot);
        return await ToldAsync((await DeskAsync(cancellation)).FixAsync(slot, dryRun, cancellation));
    }

    public void Dispose() => database.Dispose();

    private async Task<MigrationDesk> DeskAsync(CancellationToken cancellation)
    {
        var target = await FleetTarget.FindAsync(repository, configuration.Landing, cancellation);
        return new MigrationDesk(repository, () => configuration, () => target.Reference, new MigrationReservations(database, clock), clock);
    }

    /// <summary>A database that others keep busy is no bug.</summary>
    private static async Task<T> ToldAsync<T>(Task<T> work)
    {
        try
        {
            return await work;
        }
        catch (StorageException failure)
        {
            throw new FleetApiException(2, failure.Failure.Message, failure);
        }
    }

    private void Demand(string slot)
    {
        if (!configuration.Slots.Any(known => known.Id == slot))
        {
            throw new FleetApiException(2, $"There is no slot {slot}; there are {string.Join(", ", configuration.Slots.Select(known => known.Id))}.");
        }
    }
}
