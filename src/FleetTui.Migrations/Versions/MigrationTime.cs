using System.Globalization;

namespace FleetTui.Migrations.Versions;

/// <summary>Versions that are UTC times, <c>YYYYMMDDHHMMSS</c>: always computed as times, never as numbers, since minutes and seconds count to sixty.</summary>
public static class MigrationTime
{
    public const int Digits = 14;

    private const string Format = "yyyyMMddHHmmss";

    /// <summary>Null when it is not exactly fourteen digits that a clock can show.</summary>
    public static DateTime? Read(string version) =>
        version.Length == Digits
        && version.All(char.IsAsciiDigit)
        && DateTime.TryParseExact(version, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    public static string Write(DateTime time) => time.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The first whole second at or after a moment, in UTC.</summary>
    public static DateTime WholeSecond(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        var rest = utc.Ticks % TimeSpan.TicksPerSecond;
        return rest == 0 ? utc : utc.AddTicks(TimeSpan.TicksPerSecond - rest);
    }

    /// <summary>Why a version of fourteen digits is no time; one clause.</summary>
    public static string WhyNot(string version)
    {
        int Part(int at) => int.Parse(version.AsSpan(at, 2), CultureInfo.InvariantCulture);
        if (Part(10) > 59 || Part(12) > 59)
            return $"{version[8..]} has minute {Part(10):00} and second {Part(12):00}, but both end at 59: HHMMSS is not a decimal number, after 005500 in steps of five minutes comes 010000";
        return Part(8) > 23 ? $"hour {Part(8):00} is past 23" : $"{version[..4]}-{version[4..6]}-{version[6..8]} is no date";
    }
}
