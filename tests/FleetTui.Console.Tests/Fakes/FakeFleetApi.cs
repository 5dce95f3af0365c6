using FleetTui.Api.Client;
using FleetTui.Api.Status;

namespace FleetTui.Console.Tests.Fakes;

/// <summary>Writes down what it is asked.</summary>
internal sealed class FakeFleetApi : IFleetApi
{
    public List<string> Asked { get; } = [];

    /// <summary>What was only looked at.</summary>
    public List<string> Looked { get; } = [];

    public Task<FleetStatus> StatusAsync(CancellationToken cancellation) => Task.FromResult(SampleFleet.Status());

    public async IAsyncEnumerable<FleetUpdate> StreamAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new FleetUpdate(SampleFleet.Status(), null);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
    }

    public Task StartSlotsAsync(IReadOnlyList<string> slots, CancellationToken cancellation) => Ask($"start {string.Join(' ', slots)}");

    public Task OpenAsync(CancellationToken cancellation) => Ask("open");

    public Task StopSlotsAsync(IReadOnlyList<string> slots, CancellationToken cancellation) => Ask($"stop {string.Join(' ', slots)}");

    public Task RestartSlotAsync(string slot, CancellationToken cancellation) => Ask($"restart {slot}");

    public async Task<SlotSettingsResult> ConfigureSlotAsync(string slot, SlotSettings settings, CancellationToken cancellation)
    {
        await Ask($"configure {slot} {settings.Label}|{settings.Agent}|{settings.Account}");
        return new SlotSettingsResult(slot, new SlotSettings(settings.Label is null ? null : "VSCode", settings.Agent is null ? null : "claude", settings.Account is null ? null : ""), false, $"Slot {slot} is so now.");
    }

    public async Task<SlotAdded> AddSlotAsync(SlotAddition slot, CancellationToken cancellation)
    {
        await Ask($"add {slot.Id} like {slot.Like} {slot.Role}|{slot.Agent}|{slot.Account}");
        return new SlotAdded(slot.Id, $"Slot 13 {slot.Id} was added with the agent claude and started.");
    }

    public async Task<SlotRemoval> RemoveSlotAsync(string slot, CancellationToken cancellation)
    {
        await Ask($"remove {slot}");
        return new SlotRemoval(slot, "[[slot]]\n", null, "", $"Slot {slot} was removed.");
    }

    public async Task<SlotAdded> PutBackSlotAsync(SlotRemoval removal, CancellationToken cancellation)
    {
        await Ask($"put back {removal.Slot}");
        return new SlotAdded(removal.Slot, $"Slot {removal.Slot} is back.");
    }

    public Task<IReadOnlyList<AgentChoice>> AgentsAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<AgentChoice>>(
    [
        new("claude", "claude", ["claude"], ["home", "work"]),
        new("codex", "codex", ["codex"], []),
        new("sh", "command", ["sh"], []),
    ]);

    public Task<SlotEvidence> WhyAsync(string slot, CancellationToken cancellation) =>
        Task.FromResult(new SlotEvidence(slot, "working", "output in the last seconds", [new StateReport(SampleFleet.Now, "osc7501", "working", "claude", true)]));

    public SlotDiff Diff { get; set; } = SampleDiff.Of("vscode");

    /// <summary>Answers a stretch of a transcript.</summary>
    public Func<TranscriptQuery, SlotTranscript> Transcript { get; set; } = _ => new SlotTranscript("ps1", "/t.jsonl", [], null, 0, 0);

    public async Task<SlotTranscript> TranscriptAsync(string slot, TranscriptQuery query, CancellationToken cancellation)
    {
        await Task.Yield();
        return Transcript(query);
    }

    public async Task<SlotDiff> DiffAsync(string slot, string? path, CancellationToken cancellation)
    {
        await Look($"diff {slot}{(path is null ? "" : $" {path}")}");
        return Diff with { Slot = slot };
    }

    public Task SendAsync(string slot, string text, bool enter, CancellationToken cancellation) =>
        NotRunning.Contains(slot) ? throw new FleetApiException(1, $"Slot {slot} is not running; start it with: fleet up {slot}.") : Ask($"send {slot} {text}");

    /// <summary>The role that a slot had before.</summary>
    public string From { get; set; } = "flutter";

    public HashSet<string> NotRunning { get; } = [];

    public Task<IReadOnlyList<RoleStatus>> RolesAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<RoleStatus>>(
    [
        new("flutter", "Flutter UI + Edge Functions", ["lib/**", "supabase/functions/**"], "vscode", []),
        new("docs", "Docs + video pipeline", ["docs/**"], "win", [new RoleChange(SampleFleet.Now.AddDays(-1), "win", "", "docs", "the video is due"), new RoleChange(SampleFleet.Now.AddDays(-9), "ps1", "docs", "workflows", "")]),
        new("research", "Cross-cutting research", ["research/**"], null, []),
    ]);

    public IReadOnlyList<string> Tried { get; private set; } = [];

    public async Task<DomainCoverage> CoverageAsync(IReadOnlyList<string> tried, CancellationToken cancellation)
    {
        Tried = tried;
        await Look("coverage");
        return new DomainCoverage(
            "origin/main",
            100,
            5,
            70,
            [
                new RoleCoverage("flutter", 50, [new PatternCoverage("lib/**", 48), new PatternCoverage("supabase/functions/**", 2), new PatternCoverage("web/**", 0)], ["lib/main.dart", "lib/names.dart"]),
                new RoleCoverage("docs", 20, [new PatternCoverage("docs/**", 20)], ["docs/index.md"]),
                new RoleCoverage("research", 0, [new PatternCoverage("research/**", 0)], []),
            ],
            25,
            [new PathGroup("tools/", 20), new PathGroup("README.md", 5)],
            [],
            tried.Count == 0 ? null : new TriedCoverage(tried, [], 22, 2, [new RoleOverlap("", "docs", 20, ["docs/index.md"]), new RoleOverlap("", "research", 0, ["research/docs/x"])], ["docs/index.md", "tools/a.sh"]));
    }

    public async Task<AssignmentResult> AssignRoleAsync(string slot, string role, bool swap, string reason, bool preview, CancellationToken cancellation)
    {
        if (!preview)
        {
            await Ask($"assign {slot} {role} swap={swap}");
        }

        return new AssignmentResult(slot, From, role, role == "docs" ? "win" : null, swap ? "swap" : "assign", 1, 3, $"{slot} {(preview ? "would get" : "has")} {role}");
    }

    public async Task<LandResult> LandAsync(IReadOnlyList<string> slots, bool wait, CancellationToken cancellation)
    {
        await Ask($"land {string.Join(' ', slots)}");
        return new LandResult([.. slots.Select(slot => new SlotLanding(slot, "landed", "", ["abc"]))], "origin/main", "abc");
    }

    public Task PauseLaneAsync(CancellationToken cancellation) => Ask("pause");

    public Task ResumeLaneAsync(CancellationToken cancellation) => Ask("resume");

    public Task<MigrationReport> MigrationsAsync(CancellationToken cancellation) => Task.FromResult(new MigrationReport(
        "comb",
        [new MigrationFinding("duplicate", "20261120140500", "supabase/migrations/20261120140500_a.sql", "ps2", "supabase/migrations/20261120140500_b.sql", "ps3", "ps2 and ps3 use version 20261120140500", "20261120140515")],
        [new MigrationBand("ps1", "seconds 10-15", 3, 100, "20261120143010"), new MigrationBand("ps2", "seconds 15-20", 40, 60, "20261120143015")],
        [new MigrationFile("20261120140500", "supabase/migrations/20261120140500_a.sql", "ps2"), new MigrationFile("20261119100000", "supabase/migrations/20261119100000_init.sql", "main")]));

    public async Task<MigrationDayReport> MigrationDayAsync(string? day, CancellationToken cancellation)
    {
        await Look($"day {day}");
        return SampleDay.Of(day ?? "2026-11-20");
    }

    public async Task<MigrationFix> FixMigrationsAsync(string slot, bool dryRun, CancellationToken cancellation)
    {
        await Ask($"fix {slot}");
        return new MigrationFix(slot, dryRun, ["renamed a.sql to b.sql"], []);
    }

    public async Task<NextMigration> NextMigrationAsync(string slot, string? name, bool dryRun, CancellationToken cancellation)
    {
        await Ask($"next {slot}");
        return new NextMigration(slot, "20261120143010", null);
    }

    public List<LogEntry> Entries { get; } =
    [
        new(1, SampleFleet.Now.AddMinutes(-3), "lane.landed", "ps3", "landed 1 commit on origin/main"),
        new(2, SampleFleet.Now.AddMinutes(-2), "lane.held", "ps4", "held: conflict with ps2 in blog/index.md"),
    ];

    public Task<IReadOnlyList<LogEntry>> LogAsync(long afterId, int most, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<LogEntry>>([.. Entries]);

    public Task<IReadOnlyList<LogEntry>> LogPageAsync(LogQuery query, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LogEntry>>([.. Entries.Where(entry => query.Takes(entry) && entry.Id < (query.Before ?? long.MaxValue)).TakeLast(query.Most)]);

    public Task ShutdownAsync(CancellationToken cancellation) => Ask("shutdown");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task Look(string what)
    {
        Looked.Add(what);
        return Task.CompletedTask;
    }

    private Task Ask(string what)
    {
        lock (Asked)
        {
            Asked.Add(what);
        }

        return Task.CompletedTask;
    }
}
