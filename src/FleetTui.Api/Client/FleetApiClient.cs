using System.Runtime.CompilerServices;
using FleetTui.Api.Messages;
using FleetTui.Api.Status;

namespace FleetTui.Api.Client;

/// <summary>The daemon over its unix socket. Nothing is opened before the first call. Any thread may call.</summary>
/// <param name="socketPath"><see cref="FleetPaths.DaemonSocket"/>.</param>
/// <param name="token">A slot's token, which may speak for that slot alone; null for the user, who owns the socket.</param>
/// <param name="blocking">Calls block their thread until they are done, the stream's too: for a verb, which does one thing and starts sooner so.</param>
public sealed class FleetApiClient(string socketPath, string? token = null, bool blocking = false) : IFleetApi
{
    private readonly DaemonConnection daemon = new(socketPath, token, blocking);

    /// <summary>Who answers.</summary>
    public Task<Health> HealthAsync(CancellationToken cancellation) => daemon.GetAsync("health", FleetJson.Default.Health, cancellation);

    public Task<FleetStatus> StatusAsync(CancellationToken cancellation) => daemon.GetAsync("status", FleetJson.Default.FleetStatus, cancellation);

    public async IAsyncEnumerable<FleetUpdate> StreamAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reply = await daemon.OpenAsync("stream", cancellation);
        await foreach (var update in UpdateStream.ReadAsync(reply.Body, cancellation))
        {
            yield return update;
        }
    }

    public Task StartSlotsAsync(IReadOnlyList<string> slots, CancellationToken cancellation) =>
        daemon.PostAsync("slots/start", new SlotsRequest(slots), FleetJson.Default.SlotsRequest, cancellation);

    public Task OpenAsync(CancellationToken cancellation) => daemon.PostAsync("slots/open", cancellation);

    public Task StopSlotsAsync(IReadOnlyList<string> slots, CancellationToken cancellation) =>
        daemon.PostAsync("slots/stop", new SlotsRequest(slots), FleetJson.Default.SlotsRequest, cancellation);

    public Task RestartSlotAsync(string slot, CancellationToken cancellation) => daemon.PostAsync($"slots/{Segment(slot)}/restart", cancellation);

    public Task<SlotSettingsResult> ConfigureSlotAsync(string slot, SlotSettings settings, CancellationToken cancellation) =>
        daemon.PostAsync($"slots/{Segment(slot)}/settings", settings, FleetJson.Default.SlotSettings, FleetJson.Default.SlotSettingsResult, cancellation);

    public Task<SlotAdded> AddSlotAsync(SlotAddition slot, CancellationToken cancellation) =>
        daemon.PostAsync("slots", slot, FleetJson.Default.SlotAddition, FleetJson.Default.SlotAdded, cancellation);

    public Task<SlotRemoval> RemoveSlotAsync(string slot, CancellationToken cancellation) =>
        daemon.PostAsync($"slots/{Segment(slot)}/remove", new SlotsRequest([slot]), FleetJson.Default.SlotsRequest, FleetJson.Default.SlotRemoval, cancellation);

    public Task<SlotAdded> PutBackSlotAsync(SlotRemoval removal, CancellationToken cancellation) =>
        daemon.PostAsync("slots/put-back", removal, FleetJson.Default.SlotRemoval, FleetJson.Default.SlotAdded, cancellation);

    public Task<IReadOnlyList<AgentChoice>> AgentsAsync(CancellationToken cancellation) =>
        daemon.GetAsync("agents", FleetJson.Default.IReadOnlyListAgentChoice, cancellation);

    public Task<SlotEvidence> WhyAsync(string slot, CancellationToken cancellation) =>
        daemon.GetAsync($"slots/{Segment(slot)}/why", FleetJson.Default.SlotEvidence, cancellation);

    public Task<SlotDiff> DiffAsync(string slot, string? path, CancellationToken cancellation) =>
        daemon.GetAsync($"slots/{Segment(slot)}/diff{(path is null ? "" : $"?path={Uri.EscapeDataString(path)}")}", FleetJson.Default.SlotDiff, cancellation);

    public Task<SlotTranscript> TranscriptAsync(string slot, TranscriptQuery query, CancellationToken cancellation) =>
        daemon.GetAsync(FormattableString.Invariant($"slots/{Segment(slot)}/transcript?most={query.Most}{Place("before", query.Before)}{Place("after", query.After)}"), FleetJson.Default.SlotTranscript, cancellation);

    public Task SendAsync(string slot, string text, bool enter, CancellationToken cancellation) =>
        daemon.PostAsync($"slots/{Segment(slot)}/send", new SendRequest(text, enter), FleetJson.Default.SendRequest, cancellation);

    public Task<IReadOnlyList<RoleStatus>> RolesAsync(CancellationToken cancellation) =>
        daemon.GetAsync("roles", FleetJson.Default.IReadOnlyListRoleStatus, cancellation);

    public Task<DomainCoverage> CoverageAsync(IReadOnlyList<string> tried, CancellationToken cancellation) =>
        daemon.GetAsync($"roles/coverage?{string.Join('&', tried.Select(pattern => $"try={Uri.EscapeDataString(pattern)}"))}", FleetJson.Default.DomainCoverage, cancellation);

    public Task<AssignmentResult> AssignRoleAsync(string slot, string role, bool swap, string reason, bool preview, CancellationToken cancellation) =>
        daemon.PostAsync($"slots/{Segment(slot)}/role", new RoleRequest(role, swap, reason, preview), FleetJson.Default.RoleRequest, FleetJson.Default.AssignmentResult, cancellation);

    public Task<LandResult> LandAsync(IReadOnlyList<string> slots, bool wait, CancellationToken cancellation) =>
        daemon.PostAsync("lane/land", new LandRequest(slots, wait), FleetJson.Default.LandRequest, FleetJson.Default.LandResult, cancellation);

    public Task PauseLaneAsync(CancellationToken cancellation) => daemon.PostAsync("lane/pause", cancellation);

    public Task ResumeLaneAsync(CancellationToken cancellation) => daemon.PostAsync("lane/resume", cancellation);

    public Task<MigrationReport> MigrationsAsync(CancellationToken cancellation) =>
        daemon.GetAsync("migrations", FleetJson.Default.MigrationReport, cancellation);

    public Task<MigrationDayReport> MigrationDayAsync(string? day, CancellationToken cancellation) =>
        daemon.GetAsync($"migrations/day{(day is null ? "" : $"?day={Uri.EscapeDataString(day)}")}", FleetJson.Default.MigrationDayReport, cancellation);

    public Task<MigrationFix> FixMigrationsAsync(string slot, bool dryRun, CancellationToken cancellation) =>
        daemon.PostAsync("migrations/fix", new FixMigrationsRequest(slot, dryRun), FleetJson.Default.FixMigrationsRequest, FleetJson.Default.MigrationFix, cancellation);

    public Task<NextMigration> NextMigrationAsync(string slot, string? name, bool dryRun, CancellationToken cancellation) =>
        daemon.PostAsync("migrations/next", new NextMigrationRequest(slot, name, dryRun), FleetJson.Default.NextMigrationRequest, FleetJson.Default.NextMigration, cancellation);

    public Task<IReadOnlyList<LogEntry>> LogAsync(long afterId, int most, CancellationToken cancellation) =>
        daemon.GetAsync(FormattableString.Invariant($"log?after={afterId}&most={most}"), FleetJson.Default.IReadOnlyListLogEntry, cancellation);

    public Task<IReadOnlyList<LogEntry>> LogPageAsync(LogQuery query, CancellationToken cancellation)
    {
        var path = FormattableString.Invariant($"log/page?most={query.Most}{(query.Before is { } before ? FormattableString.Invariant($"&before={before}") : "")}");
        return daemon.GetAsync($"{path}{Parameter("slot", query.Slot)}{Parameter("kind", query.Kind)}{Parameter("text", query.Text)}", FleetJson.Default.IReadOnlyListLogEntry, cancellation);
    }

    public Task ShutdownAsync(CancellationToken cancellation) => daemon.PostAsync("shutdown", cancellation);

    /// <summary>Nothing is kept open between calls.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Parameter(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    private static string Place(string name, long? value) => value is { } place ? FormattableString.Invariant($"&{name}={place}") : "";

    private static string Segment(string slot) => Uri.EscapeDataString(slot);
}
