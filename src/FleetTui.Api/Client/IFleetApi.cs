using FleetTui.Api.Status;

namespace FleetTui.Api.Client;

/// <summary>The daemon as the console and the CLI see it. A call fails with <see cref="FleetApiException"/>.</summary>
public interface IFleetApi : IAsyncDisposable
{
    Task<FleetStatus> StatusAsync(CancellationToken cancellation);

    /// <summary>The status now and after every change (coalesced, at most 10 a second), and log entries as they happen. Ends when the daemon goes; call again to reconnect.</summary>
    IAsyncEnumerable<FleetUpdate> StreamAsync(CancellationToken cancellation);

    Task StartSlotsAsync(IReadOnlyList<string> slots, CancellationToken cancellation);

    /// <summary>What opening a fleet does: when no slot is wanted, those that start by themselves are started; else all stays as it was.</summary>
    Task OpenAsync(CancellationToken cancellation);

    Task StopSlotsAsync(IReadOnlyList<string> slots, CancellationToken cancellation);

    Task RestartSlotAsync(string slot, CancellationToken cancellation);

    /// <summary>Changes a slot's label, agent or account in <c>roles.toml</c>; an agent that runs is started again for the latter two.</summary>
    Task<SlotSettingsResult> ConfigureSlotAsync(string slot, SlotSettings settings, CancellationToken cancellation);

    /// <summary>Adds a slot to <c>roles.toml</c>, makes its worktree and starts it.</summary>
    Task<SlotAdded> AddSlotAsync(SlotAddition slot, CancellationToken cancellation);

    /// <summary>Takes a slot off <c>roles.toml</c>. One that runs, or holds what is not committed or has not landed, is refused with the reason; worktree and branch stay.</summary>
    Task<SlotRemoval> RemoveSlotAsync(string slot, CancellationToken cancellation);

    /// <summary>Takes a removal back.</summary>
    Task<SlotAdded> PutBackSlotAsync(SlotRemoval removal, CancellationToken cancellation);

    /// <summary>The agents a slot can run, each with its accounts.</summary>
    Task<IReadOnlyList<AgentChoice>> AgentsAsync(CancellationToken cancellation);

    Task<SlotEvidence> WhyAsync(string slot, CancellationToken cancellation);

    /// <summary>What a slot has that has not landed.</summary>
    /// <param name="path">Only this file, with more of its text; null for all.</param>
    Task<SlotDiff> DiffAsync(string slot, string? path, CancellationToken cancellation);

    /// <summary>What was said in the slot's conversation.</summary>
    Task<SlotTranscript> TranscriptAsync(string slot, TranscriptQuery query, CancellationToken cancellation);

    /// <summary>Sends text to the slot's agent as a paste, then Enter if asked.</summary>
    Task SendAsync(string slot, string text, bool enter, CancellationToken cancellation);

    Task<IReadOnlyList<RoleStatus>> RolesAsync(CancellationToken cancellation);

    /// <summary>Which tracked files lie in whose domain.</summary>
    /// <param name="tried">Patterns of a domain one thinks of; none: nothing is tried.</param>
    Task<DomainCoverage> CoverageAsync(IReadOnlyList<string> tried, CancellationToken cancellation);

    /// <summary>Gives a role ("" frees the slot). With <paramref name="preview"/> nothing changes.</summary>
    Task<AssignmentResult> AssignRoleAsync(string slot, string role, bool swap, string reason, bool preview, CancellationToken cancellation);

    /// <summary>Lands now. With <paramref name="wait"/> the result says what became of each slot.</summary>
    Task<LandResult> LandAsync(IReadOnlyList<string> slots, bool wait, CancellationToken cancellation);

    Task PauseLaneAsync(CancellationToken cancellation);

    Task ResumeLaneAsync(CancellationToken cancellation);

    Task<MigrationReport> MigrationsAsync(CancellationToken cancellation);

    /// <param name="day"><c>2026-11-20</c>, in UTC; null: today.</param>
    Task<MigrationDayReport> MigrationDayAsync(string? day, CancellationToken cancellation);

    /// <param name="dryRun">Reserves nothing.</param>
    Task<NextMigration> NextMigrationAsync(string slot, string? name, bool dryRun, CancellationToken cancellation);

    /// <summary>Renames the slot's unlanded migrations that collide or are too old.</summary>
    Task<MigrationFix> FixMigrationsAsync(string slot, bool dryRun, CancellationToken cancellation);

    Task<IReadOnlyList<LogEntry>> LogAsync(long afterId, int most, CancellationToken cancellation);

    /// <summary>The newest entries that match, oldest first.</summary>
    Task<IReadOnlyList<LogEntry>> LogPageAsync(LogQuery query, CancellationToken cancellation);

    /// <summary>Ends the daemon; agents and their host go on.</summary>
    Task ShutdownAsync(CancellationToken cancellation);
}

/// <summary>One item of the stream: a whole status or one log entry.</summary>
public sealed record FleetUpdate(FleetStatus? Status, LogEntry? Entry);

/// <summary>One thing that happened. <paramref name="Kind"/> is dotted: slot.started, lane.landed, lane.held, role.assigned, migration.collision…</summary>
public sealed record LogEntry(long Id, DateTimeOffset At, string Kind, string? Slot, string Message);

/// <summary>What is known of a slot's state, newest first; the first report that counts has <see cref="StateReport.Wins"/>.</summary>
public sealed record SlotEvidence(string Slot, string State, string Reason, IReadOnlyList<StateReport> Reports);

public sealed record StateReport(DateTimeOffset At, string Source, string State, string Detail, bool Wins);

public sealed record RoleStatus(string Name, string Title, IReadOnlyList<string> Domain, string? Holder, IReadOnlyList<RoleChange> History);

public sealed record RoleChange(DateTimeOffset At, string Slot, string From, string To, string Reason);

/// <summary>What an assignment did, or would do: the slot's unlanded commits and dirty files, and who held the role.</summary>
/// <param name="Action">assign, swap, free or none.</param>
public sealed record AssignmentResult(string Slot, string From, string To, string? Holder, string Action, int Ahead, int Dirty, string Message);

public sealed record LandResult(IReadOnlyList<SlotLanding> Slots, string Target, string? Tip);

/// <param name="Outcome">landed, nothing, held, moved, refused, infrastructure, unknown, waiting.</param>
public sealed record SlotLanding(string Slot, string Outcome, string Reason, IReadOnlyList<string> Commits);

/// <param name="Scheme">comb or bands.</param>
public sealed record MigrationReport(string Scheme, IReadOnlyList<MigrationFinding> Findings, IReadOnlyList<MigrationBand> Bands, IReadOnlyList<MigrationFile> Files);

/// <param name="Kind">duplicate, out-of-band, invalid-time, out-of-order, edited, grammar, future, same-name, pair, heads, graph, capacity.</param>
/// <param name="Suggestion">The next free version, in a graph the migration to follow, or null.</param>
/// <param name="Holds">False: only told.</param>
public sealed record MigrationFinding(string Kind, string Version, string Path, string Slot, string? OtherPath, string? OtherSlot, string Message, string? Suggestion, bool Holds = true);

public sealed record MigrationBand(string Slot, string Description, int Used, int Free, string Next);

/// <param name="Where">main, a slot's id, or worktree:ID for an uncommitted file.</param>
public sealed record MigrationFile(string Version, string Path, string Where);

/// <param name="Note">When the slot's versions of the day run out; a sentence.</param>
public sealed record NextMigration(string Slot, string Version, string? Path, string? Note = null);

/// <summary>The daemon refused or is not there. <see cref="ExitCode"/>: 1 a check said no, 2 the user's input is wrong, 3 the daemon cannot be reached, 4 a bug.</summary>
public sealed class FleetApiException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
