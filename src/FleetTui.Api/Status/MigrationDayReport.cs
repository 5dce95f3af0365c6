using FleetTui.Api.Client;

namespace FleetTui.Api.Status;

/// <summary>One UTC day of migrations: <c>fleet migration day --json</c>, <c>GET /api/migrations/day</c>.</summary>
/// <param name="Day"><c>2026-11-20</c>, in UTC as versions are.</param>
/// <param name="Scheme">comb or bands.</param>
/// <param name="Entries">By version.</param>
/// <param name="Before">The nearest earlier day with a migration, or null; likewise <paramref name="After"/>.</param>
/// <param name="Undated">Migrations whose version names no day.</param>
/// <param name="Findings">Of all days.</param>
public sealed record MigrationDayReport(
    string Day,
    string Scheme,
    IReadOnlyList<MigrationDaySlot> Slots,
    IReadOnlyList<MigrationDayEntry> Entries,
    string? Before,
    string? After,
    int Undated,
    IReadOnlyList<MigrationFinding> Findings);

/// <param name="Description">What it owns, for people.</param>
/// <param name="Used">Of its versions of this day.</param>
/// <param name="Next">Its next free version from now on, whatever the day.</param>
/// <param name="Capacity">How many versions it owns in each quarter of an hour; 96 numbers.</param>
public sealed record MigrationDaySlot(string Slot, string Description, int Used, int Free, string Next, IReadOnlyList<int> Capacity);

/// <param name="At">Null when no clock shows the version.</param>
/// <param name="Path">Empty for a version that is only reserved.</param>
/// <param name="Where">main, a slot's id, worktree:ID for an uncommitted file, reserved:ID.</param>
/// <param name="Owner">The slot whose version it is; empty when nobody's.</param>
/// <param name="Problem">As <see cref="MigrationFinding.Kind"/>; empty when nothing is wrong with it.</param>
public sealed record MigrationDayEntry(string Version, DateTimeOffset? At, string Path, string Where, string Owner, string Problem, string Message);
