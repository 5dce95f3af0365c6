using FleetTui.Api.Client;
using FleetTui.Api.Status;

namespace FleetTui.Console.Tests.Fakes;

/// <summary>A day of migrations of twelve slots under the comb, with one collision.</summary>
internal static class SampleDay
{
    private static readonly string[] Slots = ["vscode", "win", "ps1", "ps2", "ps3", "ps4", "ps5", "ps6", "free1", "free2", "codex1", "codex2"];

    public static MigrationDayReport Of(string day)
    {
        var compact = day.Replace("-", "", StringComparison.Ordinal);
        return new MigrationDayReport(
            day,
            "comb",
            [.. Slots.Select((slot, tooth) => new MigrationDaySlot(slot, $"seconds {tooth * 5:00}-{(tooth * 5) + 4:00} of every minute, UTC", tooth == 0 ? 2 : tooth == 1 ? 1 : 0, 7200 - (tooth == 0 ? 2 : tooth == 1 ? 1 : 0), $"20261120{143000 + (tooth * 5)}", [.. Enumerable.Repeat(75, 96)]))],
            [
                Entry(compact, "080102", "main", "vscode", ""),
                Entry(compact, "093007", "win", "win", ""),
                Entry(compact, "140500", "ps2", "vscode", "duplicate"),
                new MigrationDayEntry($"{compact}143012", At(compact, "143012"), "", "reserved:ps1", "ps1", "", ""),
            ],
            "2026-11-17",
            null,
            0,
            [new MigrationFinding("duplicate", "20261120140500", "supabase/migrations/20261120140500_a.sql", "ps2", "supabase/migrations/20261120140500_b.sql", "ps3", "ps2 and ps3 use version 20261120140500", "20261120140515")]);
    }

    private static MigrationDayEntry Entry(string day, string time, string where, string owner, string problem) =>
        new(day + time, At(day, time), $"supabase/migrations/{day}{time}_change.sql", where, owner, problem, problem.Length > 0 ? "ps2 and ps3 use version 20261120140500" : "");

    private static DateTimeOffset At(string day, string time) => DateTimeOffset.ParseExact(day + time, "yyyyMMddHHmmss", null, System.Globalization.DateTimeStyles.AssumeUniversal);
}
