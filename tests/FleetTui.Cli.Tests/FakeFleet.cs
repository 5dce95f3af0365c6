using System.Runtime.CompilerServices;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.Tests;

/// <summary>A daemon that answers what a test says and notes what it was asked.</summary>
internal sealed class FakeFleet : IFleetApi, IFleetConnector
{
    public List<string> Asked { get; } = [];

    public FleetStatus Status { get; set; } = Samples.Status();

    public LandResult Landing { get; set; } = new([], "origin/main", null);

    public MigrationReport Migrations { get; set; } = new("comb", [], [], []);

    public List<LogEntry> Entries { get; } = [];

    /// <summary>What the stream gives before the entries.</summary>
    public List<FleetUpdate> Updates { get; } = [];

    public FleetApiException? Refusal { get; set; }

    public Task<FleetStatus> StatusAsync(CancellationToken cancellation) => Answer("status", Status);

    public async IAsyncEnumerable<FleetUpdate> StreamAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var update in Updates)
        {
            yield return update;
        }

        foreach (var entry in Entries)
        {
            yield return new FleetUpdate(null, entry);
        }
    }

    public Task StartSlotsAsync(IReadOnlyList<string> slots, CancellationToken cancellation) => Answer($"start {string.Join(',', slots)}", 0);

    public Task OpenAsync(CancellationToken cancellation) => Answer("open", 0);

    public Task StopSlotsAsync(IReadOnlyList<string> slots, CancellationToken cancellation) => Answer($"stop {string.Join(',', slots)}", 0);

    public Task RestartSlotAsync(string slot, CancellationToken cancellation) => Answer($"restart {slot}", 0);

    public Task<SlotSettingsResult> ConfigureSlotAsync(string slot, SlotSettings settings, CancellationToken cancellation) =>
        Answer($"configure {slot} {settings}", new SlotSettingsResult(slot, new SlotSettings(), false, $"Slot {slot} is so now."));

    public Task<SlotAdded> AddSlotAsync(SlotAddition slot, CancellationToken cancellation) =>
        Answer($"add {slot}", new SlotAdded(slot.Id, $"Slot {slot.Id} was added."));

    public Task<SlotRemoval> RemoveSlotAsync(string slot, CancellationToken cancellation) =>
        Answer($"remove {slot}", new SlotRemoval(slot, "[[slot]]\n", null, "", $"Slot {slot} was removed."));

    public Task<SlotAdded> PutBackSlotAsync(SlotRemoval removal, CancellationToken cancellation) =>
        Answer($"put back {removal.Slot}", new SlotAdded(removal.Slot, $"Slot {removal.Slot} is back."));

    public Task<IReadOnlyList<AgentChoice>> AgentsAsync(CancellationToken cancellation) => Answer<IReadOnlyList<AgentChoice>>("agents", []);

    public Task<SlotEvidence> WhyAsync(string slot, CancellationToken cancellation) => Answer(
        $"why {slot}",
        new SlotEvidence(slot, "working", "OSC 7501 said so", [new StateReport(Samples.Noon, "osc7501", "working", "app=codex", true)]));

    public SlotDiff Diff { get; set; } = new("ps2", "origin/main", "", "", [], [], 0, "");

    public Task<SlotDiff> DiffAsync(string slot, string? path, CancellationToken cancellation) => Answer($"diff {slot} {path}", Diff);

    public SlotTranscript Transcript { get; set; } = new("ps2", "/t.jsonl", [], null, 0, 0);

    public Task<SlotTranscript> TranscriptAsync(string slot, TranscriptQuery query, CancellationToken cancellation) => Answer($"transcript {slot} {query.Most}", Transcript);

    public Task SendAsync(string slot, string text, bool enter, CancellationToken cancellation) => Answer($"send {slot} {text} {enter}", 0);

    public Task<IReadOnlyList<RoleStatus>> RolesAsync(CancellationToken cancellation) => Answer<IReadOnlyList<RoleStatus>>("roles", [new RoleStatus("blog", "Blog", ["blog/**"], "ps2", [])]);

    public Task<DomainCoverage> CoverageAsync(IReadOnlyList<string> tried, CancellationToken cancellation) => Answer(
        $"coverage {string.Join(' ', tried)}",
        new DomainCoverage("origin/main", 10, 1, 6, [new RoleCoverage("blog", 6, [new PatternCoverage("blog/**", 6)], ["blog/a.md"])], 3, [new PathGroup("docs/", 3)], [], tried.Count == 0 ? null : new TriedCoverage(tried, [], 2, 1, [new RoleOverlap("", "blog", 1, ["blog/a.md"])], ["blog/a.md"])));

    public Task<AssignmentResult> AssignRoleAsync(string slot, string role, bool swap, string reason, bool preview, CancellationToken cancellation) =>
        Answer($"assign {slot} {role} {swap} {reason} {preview}", new AssignmentResult(slot, "", role, null, "assign", 0, 0, $"{slot} now holds {role}"));

    public Task<LandResult> LandAsync(IReadOnlyList<string> slots, bool wait, CancellationToken cancellation) => Answer($"land {string.Join(',', slots)} {wait}", Landing);

    public Task PauseLaneAsync(CancellationToken cancellation) => Answer("pause", 0);

    public Task ResumeLaneAsync(CancellationToken cancellation) => Answer("resume", 0);

    public Task<MigrationReport> MigrationsAsync(CancellationToken cancellation) => Answer("migrations", Migrations);

    public Task<MigrationDayReport> MigrationDayAsync(string? day, CancellationToken cancellation) => Answer(
        $"day {day}",
        new MigrationDayReport(day ?? "2026-11-20", "comb", [new MigrationDaySlot("ps2", "seconds 15-19 of every minute, UTC", 1, 7199, "20261120120015", [])], [new MigrationDayEntry("20261120110015", Samples.Noon.AddHours(-1), "db/20261120110015_a.sql", "main", "ps2", "", "")], null, null, 0, []));

    public MigrationFix Fix { get; set; } = new("ps2", false, [], []);

    public Task<MigrationFix> FixMigrationsAsync(string slot, bool dryRun, CancellationToken cancellation) => Answer($"fix {slot} {dryRun}", Fix);

    public Task<NextMigration> NextMigrationAsync(string slot, string? name, bool dryRun, CancellationToken cancellation) =>
        Answer($"next {slot} {name}{(dryRun ? " dry" : "")}", new NextMigration(slot, "20261120120015", name is null ? null : $"supabase/migrations/20261120120015_{name}.sql"));

    public Task<IReadOnlyList<LogEntry>> LogAsync(long afterId, int most, CancellationToken cancellation) => Answer<IReadOnlyList<LogEntry>>("log", [.. Entries.Where(entry => entry.Id > afterId).Take(most)]);

    public Task<IReadOnlyList<LogEntry>> LogPageAsync(LogQuery query, CancellationToken cancellation) =>
        Answer<IReadOnlyList<LogEntry>>($"page {query.Most}", [.. Entries.Where(entry => query.Takes(entry) && entry.Id < (query.Before ?? long.MaxValue)).TakeLast(query.Most)]);

    public Task ShutdownAsync(CancellationToken cancellation) => Answer("shutdown", 0);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<IFleetApi> ConnectAsync(CliContext context, CancellationToken cancellation) => Answer<IFleetApi>($"connect {context.Directory}", this);

    public Task<IFleetApi?> TryConnectAsync(CliContext context, CancellationToken cancellation) => Answer<IFleetApi?>("connect?", this);

    public Task<IFleetApi> ConnectOrStartAsync(CliContext context, CancellationToken cancellation) => Answer<IFleetApi>("start-or-connect", this);

    public Task<ITerminalHost?> TryConnectHostAsync(CliContext context, CancellationToken cancellation) => Answer<ITerminalHost?>("host?", null);

    private Task<T> Answer<T>(string question, T answer)
    {
        lock (Asked)
        {
            Asked.Add(question);
        }

        return Refusal is null ? Task.FromResult(answer) : Task.FromException<T>(Refusal);
    }
}
