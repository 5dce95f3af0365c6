using System.Globalization;

namespace FleetTui.Migrations.Versions;

/// <summary>Versions that are UTC times, <c>YYYYMMDDHHMMSS</c>: always computed as times, never as numbers, since minutes and seconds count to sixty.</summary>
public static class MigrationTime
{
    public const int Digits = 14;

    private const string Format = "yyyyMMddHHmmss";

    /// <summary>Null when it is not exactly fourteen digits that a clock can show.</summary>
    public static DateTime? Read(string version)
    {
        if (version.Length != Digits || version.AsSpan().ContainsAnyExceptInRange('0', '9')) return null;
        int year = Pair(version, 0) * 100 + Pair(version, 2), month = Pair(version, 4), day = Pair(version, 6);
        int hour = Pair(version, 8), minute = Pair(version, 10), second = Pair(version, 12);
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60 && second < 60
            ? new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc)
            : null;
    }

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
        int hour = Pair(version, 8), minute = Pair(version, 10), second = Pair(version, 12);
        if (minute > 59 || second > 59)
            return $"{version[8..]} has minute {minute:00} and second {second:00}, but both end at 59: HHMMSS is not a decimal number, after 005500 in steps of five minutes comes 010000";
        return hour > 23 ? $"hour {hour:00} is past 23" : $"{version[..4]}-{version[4..6]}-{version[6..8]} is no date";
    }

    /// <summary>The number that two digits make.</summary>
    internal static int Pair(string digits, int at) => (digits[at] - '0') * 10 + digits[at + 1] - '0';
}
