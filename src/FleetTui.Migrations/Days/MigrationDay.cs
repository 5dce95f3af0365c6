using FleetTui.Migrations.Checking;

namespace FleetTui.Migrations.Days;

/// <summary>One UTC day of migrations: who owns which of its versions, and which are in use.</summary>
/// <param name="Before">The nearest earlier day with a migration, or null.</param>
/// <param name="Undated">Migrations whose version names no day (numbers, Flyway's parts).</param>
/// <param name="Findings">Of all days.</param>
public sealed record MigrationDay(
    DateOnly Day, IReadOnlyList<DaySlot> Slots, IReadOnlyList<DayEntry> Entries, DateOnly? Before, DateOnly? After, int Undated, IReadOnlyList<MigrationFinding> Findings)
{
    /// <summary>Quarters of an hour.</summary>
    public const int Slices = 96;

    /// <summary>For <see cref="DayEntry.Where"/>.</summary>
    public const string OnMain = "main";

    public static int SliceOf(DateTime time) => (int)(time.TimeOfDay.TotalMinutes * Slices / (24 * 60));
}

/// <param name="Description">What it owns, for people.</param>
/// <param name="Used">Of its versions of this day.</param>
/// <param name="Next">Its next free version from now on, whatever the day.</param>
/// <param name="Capacity">How many versions it owns in each slice of the day.</param>
public sealed record DaySlot(string Slot, string Description, int Used, int Free, string Next, IReadOnlyList<int> Capacity);

/// <param name="At">Null when no clock shows the version.</param>
/// <param name="Path">Empty for a version that is only reserved.</param>
/// <param name="Where">main, a slot's id, worktree:ID for an uncommitted file, reserved:ID.</param>
/// <param name="Owner">The slot whose version it is; empty when nobody's.</param>
/// <param name="Problem">What is wrong with it, or with another because of it.</param>
public sealed record DayEntry(string Version, DateTime? At, string Path, string Where, string Owner, MigrationFindingKind? Problem, string Message);
