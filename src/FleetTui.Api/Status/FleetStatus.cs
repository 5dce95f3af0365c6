using System.Text.Json.Serialization;

namespace FleetTui.Api.Status;

/// <summary>The whole fleet at one moment: <c>fleet status --json</c>, <c>GET /api/status</c>, and each <c>status</c> event of <c>GET /api/stream</c>. JSON names are camelCase.</summary>
public sealed record FleetStatus(FleetIdentity Fleet, IReadOnlyList<SlotStatus> Slots, LaneStatus Lane);

/// <param name="Problem">Why the configuration files as they are now are not in force; one sentence, absent when they are.</param>
public sealed record FleetIdentity(
    string Name,
    string Repository,
    string Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Problem = null);

/// <summary>One slot.</summary>
/// <param name="State">starting, working, needs-input, idle, done, rate-limited, stopped, crashed, unknown.</param>
/// <param name="Detail">More of the state: permission, question…; an exit code; why it could not start. Empty if nothing.</param>
/// <param name="Since">When the state began.</param>
/// <param name="Source">What told the state: process, osc7501, osc9;4, hook…</param>
/// <param name="Ahead">Commits the target branch has not.</param>
/// <param name="Behind">Commits of the target branch this slot has not.</param>
/// <param name="Dirty">Changed and untracked files.</param>
/// <param name="Landing">none, waiting, ready, landing, held, landed, syncing, paused.</param>
/// <param name="LandingReason">Why it is held or waits; one sentence, empty if nothing.</param>
/// <param name="Attention">Whether the slot needs the user.</param>
/// <param name="Context">How full the context of its conversation is; absent while nobody knows.</param>
/// <param name="Transcript">Whether what was said can be read back (<c>fleet transcript</c>).</param>
public sealed record SlotStatus(
    int Number,
    string Id,
    string Label,
    string Role,
    string RoleTitle,
    string Agent,
    string Account,
    string State,
    string Detail,
    DateTimeOffset Since,
    string Source,
    string Worktree,
    string Branch,
    int Ahead,
    int Behind,
    int Dirty,
    string Landing,
    string LandingReason,
    bool Attention,
    int? Pid,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SlotContext? Context = null,
    bool Transcript = false);

/// <param name="Tokens">In the context after the last request.</param>
/// <param name="Window">How many it holds; absent for a model nobody knows.</param>
/// <param name="Percent">0 to 100; absent without a window.</param>
/// <param name="Model">As the transcript names it; empty if it does not.</param>
public sealed record SlotContext(
    long Tokens,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Window,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Percent,
    string Model);

/// <summary>The lane.</summary>
/// <param name="State">idle, landing, paused, offline, halted, off.</param>
/// <param name="Reason">Why it is not running; one sentence with what to do, empty if nothing.</param>
/// <param name="Train">The one under way; absent while there is none.</param>
public sealed record LaneStatus(
    string State,
    string Reason,
    string Target,
    IReadOnlyList<LaneEntry> Queue,
    long Landed,
    long RejectedPushes,
    LastLanded? LastLanded,
    IReadOnlyList<LandedCommit> Recent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LaneTrain? Train = null);

/// <param name="Slots">Whose commits are in it, in order.</param>
/// <param name="Step">fetching, building, checking, pushing.</param>
/// <param name="Detail">More of the step: which gate, which check; empty if nothing.</param>
/// <param name="Attempt">1, and one more each time somebody else pushed first.</param>
/// <param name="Since">When the step began.</param>
public sealed record LaneTrain(IReadOnlyList<string> Slots, string Step, string Detail, int Attempt, DateTimeOffset Since);

/// <param name="State">waiting, ready, landing, held.</param>
/// <param name="Fix">What to do about a held one, as a command where there is one; may be in the reason, too.</param>
public sealed record LaneEntry(string Slot, int Commits, string State, string Reason, DateTimeOffset Since, IReadOnlyList<string> Subjects, string Fix = "");

public sealed record LastLanded(string Slot, string Commit, DateTimeOffset At);

/// <param name="Override">The reason it gives for changing paths of others; absent if none.</param>
public sealed record LandedCommit(
    string Slot,
    string Role,
    string Commit,
    string Subject,
    string Author,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Override = null);
