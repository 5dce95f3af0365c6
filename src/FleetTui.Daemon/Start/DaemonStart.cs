using FleetTui.Agents.Conversations;
using FleetTui.Api;
using FleetTui.Configuration;
using FleetTui.Configuration.Trust;
using FleetTui.Coordination.Events;
using FleetTui.Daemon.Landing;
using FleetTui.Daemon.Live;
using FleetTui.Daemon.Slots;
using FleetTui.Git.Discovery;
using FleetTui.Git.Running;
using FleetTui.Migrations.Reservations;
using FleetTui.Processes;
using FleetTui.Roles.Assignment;
using FleetTui.Storage;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Server;

namespace FleetTui.Daemon.Start;

/// <summary>Everything that can keep a daemon from starting, checked in the order in which the user can mend it. Nothing of the repository runs here.</summary>
internal static class DaemonStart
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Every feature's tables.</summary>
    public static IReadOnlyList<SchemaStep> Schema { get; } = [.. EventLog.Schema, .. SlotStore.Schema, .. ConversationStore.Schema, .. LaneStore.Schema, .. RoleHistory.Steps, .. MigrationReservations.Steps];

    public static async Task<StartResult> PrepareAsync(DaemonOptions options, CancellationToken cancellation)
    {
        return await RepositoryDiscovery.FindAsync(options.RepositoryDirectory, GitSettings.Default, cancellation) switch
        {
            DiscoveryResult.Found found => await ConfiguredAsync(options, found.Repository, cancellation),
            DiscoveryResult.Refused refused => new StartResult.Refused(refused.Message),
            _ => throw new InvalidOperationException(),
        };
    }

    private static async Task<StartResult> ConfiguredAsync(DaemonOptions options, Git.Repository repository, CancellationToken cancellation)
    {
        var trust = TrustStore.Of(options.Variable);
        switch (ConfigurationReading.Of(repository.Root, options.Variable("HOME"), configuration => trust.Check(repository.CommonDirectory, configuration) is TrustState.Trusted))
        {
            case ConfigurationReading.Wrong wrong:
                return new StartResult.Refused(string.Join('\n', wrong.Errors));
            case ConfigurationReading.Untrusted untrusted when untrusted.Configuration.Slots.Count == 0:
                return new StartResult.Refused($"{repository.Root} has no slots yet: make {ConfigurationLoader.RolesFile} with: fleet init.");
            case ConfigurationReading.Untrusted:
                return new StartResult.Refused($"You have not trusted what {repository.Root} would run: look at it and agree with: fleet trust.");
            case ConfigurationReading.Good good:
                return await HoldAsync(options, repository, trust, good.Snapshot, cancellation);
            default:
                throw new InvalidOperationException();
        }
    }

    private static async Task<StartResult> HoldAsync(DaemonOptions options, Git.Repository repository, TrustStore trust, ConfigurationSnapshot configuration, CancellationToken cancellation)
    {
        var paths = FleetPaths.For(repository.CommonDirectory, options.Variable, options.UserId);
        FileLock? held = null;
        try
        {
            Directory.CreateDirectory(paths.StateDirectory, Private);
            Directory.CreateDirectory(paths.LogDirectory, Private);
            SocketPlace.Prepare(paths.RuntimeDirectory);
            held = await DaemonLock.AcquireAsync(paths, options.Clock, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or TerminalHostException)
        {
            held?.Dispose();
            return new StartResult.Refused(error.Message);
        }

        if (held is null)
        {
            return new StartResult.AlreadyRuns($"A daemon runs for {repository.Root} already.");
        }

        switch (FleetDatabase.Open(paths.Database, Schema))
        {
            case DatabaseOpening.Opened opened:
                return new StartResult.Ready(new DaemonGround(repository, paths, trust, configuration, held, opened.Database));
            case DatabaseOpening.Failed failed:
                held.Dispose();
                return new StartResult.Refused(failed.Failure.Message);
            default:
                throw new InvalidOperationException();
        }
    }
}
