using FleetTui.Agents.Conversations;
using FleetTui.Coordination.Events;
using FleetTui.Daemon.Diffs;
using FleetTui.Daemon.Endpoints;
using FleetTui.Daemon.Hosting;
using FleetTui.Daemon.Landing;
using FleetTui.Daemon.Live;
using FleetTui.Daemon.Migrations;
using FleetTui.Daemon.Roles;
using FleetTui.Daemon.Slots;
using FleetTui.Daemon.Start;
using FleetTui.Daemon.Status;
using FleetTui.Daemon.Worktrees;
using FleetTui.Landing.Gates;
using FleetTui.Migrations.Reservations;
using FleetTui.Roles.Assignment;

namespace FleetTui.Daemon;

/// <summary>The composition: makes the parts, wires them, runs them until the end, and ends them in order.</summary>
internal static class FleetProcess
{
    public static async Task<int> RunAsync(DaemonGround ground, DaemonOptions options, Action<string> tell, CancellationTokenSource stop)
    {
        var (repository, paths, clock) = (ground.Repository, ground.Paths, options.Clock);
        var changes = new ChangeSignal();
        var log = new EventLog(ground.Database, clock, (message, failure) => tell($"not logged ({failure.Message}): {message}"));
        var store = new SlotStore(ground.Database);
        using var live = new LiveConfiguration(repository.Root, ground.Configuration, () => ConfigurationReading.Of(repository.Root, options.Variable("HOME"), ground.IsTrusted), log, clock);
        using var trust = new TrustWatch(ground.Trust.Path, () => live.Reload(), tell);

        HostLink? link = null;
        TurnCommitDesk? turns = null;
        var hooks = new HookDesk(repository, paths.StateDirectory, () => live.Current, log);
        var worktrees = new WorktreePreparation(repository, hooks, log, paths.LogDirectory);
        var conversations = new ConversationStore(ground.Database);
        var launch = new SlotLaunch(() => live.Current.Configuration, ground.Worktree, worktrees, store, conversations, options.Environment, repository.Root, $"unix:{paths.DaemonSocket}", tell);
        using var files = new FollowedFiles();
        var around = new SlotSurroundings(() => live.Current.Configuration, ground.Worktree, launch, store, files, conversations.Last, options.Environment, log, clock, () => link?.Problem, changes.Raise, tell) { TurnEnded = ended => turns?.TurnEnded(ended) };
        await using var slots = new SlotSet(around);
        link = new HostLink(
            paths.HostSocket,
            options.Executable,
            options.Environment,
            Path.Combine(paths.LogDirectory, "host.log"),
            slots,
            clock,
            tell);
        link.Begin(stop.Token);
        await slots.ApplyAsync(live.Current.Configuration);

        var background = new BackgroundWork(tell, stop);
        turns = new TurnCommitDesk(repository, () => live.Current, log, background);
        GitFollowing? following = null;
        await using var git = following = await GitFollowing.StartAsync(
            repository, live, slots, clock, changes.Raise, () => background.Run("target branch", token => following?.RetargetAsync(token) ?? Task.CompletedTask), tell, stop.Token);
        var reservations = new MigrationReservations(ground.Database, clock);
        var lane = new LaneDesk(
            live,
            repository.Root,
            () => LaneComposition.Compose(repository, paths, () => live.Current.Configuration, reservations.Current, Overridden, clock),
            new LaneStore(ground.Database),
            log,
            background,
            clock,
            changes.Raise);
        var history = new RoleHistory(ground.Database, clock);
        using var rolesFile = new RolesWriting(repository.Root, live);
        using var roles = new RoleDesk(new RoleAssignment(repository.Root, history), live, history, slots, git.Statuses, hooks, log);
        var service = new FleetService(
            slots,
            link,
            new StatusBoard(repository.Root, live, slots, git.Statuses, () => lane.Status),
            changes,
            new SlotDesk(repository.Root, live, rolesFile, slots, log),
            new SlotRoster(repository.Root, live, rolesFile, slots, roles, new UnlandedWork(repository, ground.Worktree, () => (git.Target.Reference, git.Target.Name)), log),
            roles,
            lane,
            new MigrationDesk(repository, () => live.Current.Configuration, () => git.Target.Reference, reservations, clock),
            new DiffDesk(repository, () => live.Current.Roles, id => ground.Worktree(live.Current.Configuration.Slots.First(slot => slot.Id == id)), () => (git.Target.Reference, git.Target.Name), () => lane.Landed),
            new TranscriptDesk(() => live.Current.Configuration),
            new CoverageDesk(repository, () => live.Current, () => (git.Target.Reference, git.Target.Name)),
            log,
            clock,
            stop);
        await using var server = new ApiServer(paths.DaemonSocket, service, store, repository.Root, link.Tried, clock, tell);

        live.Changed += now => background.Run("configuration", async token =>
        {
            await slots.ApplyAsync(now.Configuration);
            await hooks.ApplyAsync(token);
            await git.RetargetAsync(token);
        });
        background.Run("commit hooks", hooks.ApplyAsync);
        background.Run("configuration files", live.RunAsync);
        background.Run("terminal host", link.RunAsync);
        background.Run("lane", lane.RunAsync);
        background.Run("git status", git.Statuses.RunAsync);
        await server.StartAsync();
        await link.Tried.WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        log.Append("fleet.started", null, $"The daemon started (version {StatusBoard.Version}, pid {Environment.ProcessId}).");
        tell($"serving {repository.Root} at {paths.DaemonSocket}");

        await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        log.Append("fleet.ended", null, "The daemon ended; agents go on.");
        await server.StopAsync();
        return await background.EndAsync() ? 0 : 4;

        void Overridden(DomainOverride given) => log.Append(
            "lane.override", given.Slot, $"{given.Slot} overrides its domain in {given.Commit[..8]} ({given.Subject}): {given.Reason} Paths: {string.Join(", ", given.Paths)}.");
    }
}
