using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FleetTui.Agents.State;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Coordination.Events;
using FleetTui.Daemon.Diffs;
using FleetTui.Daemon.Hosting;
using FleetTui.Daemon.Landing;
using FleetTui.Daemon.Roles;
using FleetTui.Daemon.Migrations;
using FleetTui.Daemon.Slots;
using FleetTui.Daemon.Status;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Daemon;

/// <summary>The fleet as its clients see it, in process: what HTTP carries, without HTTP. A refusal is a <see cref="FleetApiException"/>.</summary>
internal sealed class FleetService(
    SlotSet slots,
    HostLink host,
    StatusBoard board,
    ChangeSignal changes,
    SlotDesk desk,
    SlotRoster roster,
    RoleDesk roles,
    LaneDesk lane,
    MigrationDesk migrations,
    DiffDesk diffs,
    TranscriptDesk transcripts,
    CoverageDesk coverage,
    EventLog log,
    TimeProvider clock,
    CancellationTokenSource stop) : IFleetApi
{
    /// <summary>A status is sent at most this often.</summary>
    private static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(100);

    /// <summary>Agents take an Enter that follows text at once for a part of the paste (within about 120 ms, Codex).</summary>
    private static readonly TimeSpan BeforeEnter = TimeSpan.FromMilliseconds(200);

    public Task<FleetStatus> StatusAsync(CancellationToken cancellation) => Task.FromResult(board.Now());

    /// <summary>Ends when the caller goes or the daemon ends.</summary>
    public async IAsyncEnumerable<FleetUpdate> StreamAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stop.Token);
        cancellation = either.Token;
        // A reader that is slower than the log misses its oldest entries; it can ask for them by id.
        var entries = Channel.CreateBounded<FleetEvent>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
        void Add(FleetEvent happened) => entries.Writer.TryWrite(happened);
        log.Appended += Add;
        try
        {
            while (true)
            {
                var change = changes.Next;
                yield return new FleetUpdate(board.Now(), null);
                do
                {
                    while (entries.Reader.TryRead(out var happened))
                    {
                        yield return new FleetUpdate(null, Entry(happened));
                    }

                    var more = entries.Reader.WaitToReadAsync(cancellation).AsTask();
                    await await Task.WhenAny(change, more);
                }
                while (!change.IsCompleted);
                await Task.Delay(Coalesce, clock, cancellation);
            }
        }
        finally
        {
            log.Appended -= Add;
        }
    }

    public async Task StartSlotsAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var chosen = names.Count > 0 ? Find(names) : [.. slots.All.Where(slot => slot.Snapshot.Slot.Start)];
        await EachAsync(chosen, slot => slot.StartAsync(), cancellation);
    }

    public Task OpenAsync(CancellationToken cancellation) =>
        slots.All.Any(slot => slot.Snapshot.Wanted) ? Task.CompletedTask : StartSlotsAsync([], cancellation);

    public Task StopSlotsAsync(IReadOnlyList<string> names, CancellationToken cancellation) =>
        EachAsync(names.Count > 0 ? Find(names) : slots.All, slot => slot.StopAsync(), cancellation);

    public Task RestartSlotAsync(string slot, CancellationToken cancellation) => EachAsync(Find([slot]), one => one.RestartAsync(), cancellation);

    public Task<SlotSettingsResult> ConfigureSlotAsync(string slot, SlotSettings settings, CancellationToken cancellation) => desk.ChangeAsync(slot, settings);

    public Task<IReadOnlyList<AgentChoice>> AgentsAsync(CancellationToken cancellation) => Task.FromResult(desk.Agents());

    public async Task<SlotAdded> AddSlotAsync(SlotAddition slot, CancellationToken cancellation)
    {
        await host.Tried.WaitAsync(cancellation);
        return await roster.AddAsync(slot);
    }

    public Task<SlotRemoval> RemoveSlotAsync(string slot, CancellationToken cancellation) => roster.RemoveAsync(slot, cancellation);

    public Task<SlotAdded> PutBackSlotAsync(SlotRemoval removal, CancellationToken cancellation) => roster.PutBackAsync(removal);

    public Task<SlotEvidence> WhyAsync(string slot, CancellationToken cancellation)
    {
        var now = Find([slot])[0].Snapshot;
        var reports = now.Winner is null || now.History.Contains(now.Winner) ? now.History : [.. now.History, now.Winner];
        return Task.FromResult(new SlotEvidence(
            slot,
            now.State.Activity.Word(),
            now.Notice.Length == 0 ? now.State.Reason : $"{now.State.Reason} {now.Notice}",
            [.. reports.Select(report => new StateReport(report.At, report.Source.Word(), report.Activity.Word(), report.Detail, ReferenceEquals(report, now.Winner)))]));
    }

    public async Task SendAsync(string slot, string text, bool enter, CancellationToken cancellation)
    {
        var supervisor = Find([slot])[0];
        if (supervisor.Snapshot.Pid is null || host.Current is not { } current)
        {
            throw new FleetApiException(1, $"Slot {slot} is not running; start it with: fleet up {slot}.");
        }

        try
        {
            if (text.Length > 0)
            {
                await current.PasteAsync(slot, text, cancellation);
            }

            if (enter)
            {
                await Task.Delay(text.Length > 0 ? BeforeEnter : TimeSpan.Zero, clock, cancellation);
                await current.KeyAsync(slot, new KeyEvent(Key.Enter), cancellation);
            }
        }
        catch (Exception error) when (error is IOException or TerminalHostException)
        {
            throw new FleetApiException(1, $"Slot {slot} could not be sent to: {error.Message}", error);
        }
    }

    public Task<SlotDiff> DiffAsync(string slot, string? path, CancellationToken cancellation)
    {
        Find([slot]);
        return diffs.OfAsync(slot, path, cancellation);
    }

    public Task<SlotTranscript> TranscriptAsync(string slot, TranscriptQuery query, CancellationToken cancellation) =>
        Task.Run(() => transcripts.Read(Find([slot])[0].Snapshot, query), cancellation);

    public Task<IReadOnlyList<RoleStatus>> RolesAsync(CancellationToken cancellation) => Task.FromResult(roles.List());

    public Task<DomainCoverage> CoverageAsync(IReadOnlyList<string> tried, CancellationToken cancellation) => coverage.ReadAsync(tried, cancellation);

    public Task<AssignmentResult> AssignRoleAsync(string slot, string role, bool swap, string reason, bool preview, CancellationToken cancellation) =>
        roles.AssignAsync(slot, role, swap, reason, preview);

    public Task<LandResult> LandAsync(IReadOnlyList<string> names, bool wait, CancellationToken cancellation)
    {
        Find(names);
        return lane.LandAsync(names, wait, cancellation);
    }

    public Task PauseLaneAsync(CancellationToken cancellation) => lane.PauseAsync(cancellation);

    public Task ResumeLaneAsync(CancellationToken cancellation) => lane.ResumeAsync(cancellation);

    public Task<MigrationReport> MigrationsAsync(CancellationToken cancellation) => migrations.ReportAsync(cancellation);

    public Task<MigrationDayReport> MigrationDayAsync(string? day, CancellationToken cancellation) => migrations.DayAsync(day, cancellation);

    public Task<NextMigration> NextMigrationAsync(string slot, string? name, bool dryRun, CancellationToken cancellation)
    {
        Find([slot]);
        return migrations.NextAsync(slot, name, dryRun, cancellation);
    }

    public Task<MigrationFix> FixMigrationsAsync(string slot, bool dryRun, CancellationToken cancellation)
    {
        Find([slot]);
        return migrations.FixAsync(slot, dryRun, cancellation);
    }

    public Task<IReadOnlyList<LogEntry>> LogAsync(long afterId, int most, CancellationToken cancellation)
    {
        most = Math.Clamp(most, 1, 10_000);
        return Task.FromResult<IReadOnlyList<LogEntry>>([.. (afterId < 0 ? log.Newest(most) : log.After(afterId, most)).Select(Entry)]);
    }

    public Task<IReadOnlyList<LogEntry>> LogPageAsync(LogQuery query, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LogEntry>>([.. log.Before(new EventFilter(query.Slot, query.Kind, query.Text), query.Before ?? long.MaxValue, Math.Clamp(query.Most, 1, 10_000)).Select(Entry)]);

    public Task ShutdownAsync(CancellationToken cancellation)
    {
        stop.Cancel();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static LogEntry Entry(FleetEvent happened) => new(happened.Id, happened.At, happened.Kind, happened.Slot, happened.Message);

    private List<SlotSupervisor> Find(IReadOnlyList<string> names) =>
        [.. names.Select(name => slots.Find(name) ?? throw new FleetApiException(2, $"There is no slot '{name}'; the slots are {string.Join(", ", slots.All.Select(slot => slot.Id))}."))];

    /// <summary>All at once; when some fail, the others are done, and the sentence names those that failed.</summary>
    private async Task EachAsync(IReadOnlyList<SlotSupervisor> chosen, Func<SlotSupervisor, Task<SlotAnswer>> act, CancellationToken cancellation)
    {
        await host.Tried.WaitAsync(cancellation);
        var answers = await Task.WhenAll(chosen.Select(act)).WaitAsync(cancellation);
        var problems = answers.Select(answer => answer.Problem).OfType<string>().ToList();
        if (problems.Count > 0)
        {
            throw new FleetApiException(1, string.Join('\n', problems));
        }
    }
}
