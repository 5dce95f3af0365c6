using System.Globalization;
using System.Text.RegularExpressions;

namespace FleetTui.Configuration.Schema;

/// <summary>
/// A band as people write it down: <c>20260428001000, 001500, 002000…</c> or <c>001000, 001500 … 005500</c>. Each version is HHMMSS, with a day before it if one likes, which
/// is not looked at: a band is of every day. The first two make the step.
/// </summary>
/// <param name="To">Null: up to where the next band begins.</param>
internal sealed partial record BandList(TimeSpan From, TimeSpan? To, TimeSpan Step)
{
    private const int DayDigits = 8;

    /// <summary>Null with the reason as what follows the key in a sentence.</summary>
    public static BandList? Read(string text, out string problem, out string? advice)
    {
        (problem, advice) = ("must be versions such as \"001000, 001500, 002000…\" or \"001000, 001500 … 005500\"", null);
        var halves = Dots().Split(text.Trim());
        if (halves.Length > 2) return null;
        var listed = Versions(halves[0]);
        var last = halves.Length == 2 ? Versions(halves[1]) : [];
        if (listed.Length < 2 || last.Length > 1 || listed.Concat(last).Any(static version => !Version().IsMatch(version))) return null;

        var times = new List<TimeSpan>();
        foreach (var version in listed.Concat(last))
        {
            if (Time(version) is { } time) times.Add(time);
            else
            {
                var (decimalStep, ends) = (Digits(listed[1]) - Digits(listed[0]), Digits(last.Length > 0 ? last[0] : listed[^1]));
                var numbers = Enumerable.Range(0, Math.Max(0, decimalStep > 0 ? (ends - Digits(listed[0])) / decimalStep + 1 : 0)).Select(i => Digits(listed[0]) + i * decimalStep).ToList();
                var valid = numbers.Count(static number => Time(number.ToString("000000", CultureInfo.InvariantCulture)) is not null);
                problem = $"names {version}, which is no time: HHMMSS is not a decimal number, minutes and seconds end at 59";
                advice = numbers.Count > valid ? $"of the {numbers.Count} numbers from {listed[0]} to {ends:000000} only {valid} are times; after 005500 in steps of five minutes comes 010000" : "after 005500 in steps of five minutes comes 010000";
                return null;
            }
        }

        var step = times[1] - times[0];
        if (step <= TimeSpan.Zero)
        {
            problem = $"goes from {listed[0]} to {listed[1]}: versions of a band grow";
            return null;
        }

        for (var i = 2; i < listed.Length; i++)
        {
            if (times[i] - times[i - 1] == step) continue;
            problem = $"has {step} between its first two versions and {times[i] - times[i - 1]} between {listed[i - 1]} and {listed[i]}";
            advice = "one step for the whole band";
            return null;
        }

        if (last.Length == 1 && (times[^1] <= times[^2] || (times[^1] - times[0]).Ticks % step.Ticks != 0))
        {
            problem = $"does not come to {last[0]} from {listed[0]} in steps of {step}";
            return null;
        }

        return new(times[0], halves.Length == 2 && last.Length == 0 ? null : times[^1] + step > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : times[^1] + step, step);
    }

    private static string[] Versions(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int Digits(string version) => int.Parse(version[^6..], CultureInfo.InvariantCulture);

    private static TimeSpan? Time(string version)
    {
        var number = Digits(version);
        var (hour, minute, second) = (number / 10_000, number / 100 % 100, number % 100);
        return hour < 24 && minute < 60 && second < 60 && (version.Length < DayDigits || DateOnly.TryParseExact(version[..DayDigits], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            ? new TimeSpan(hour, minute, second)
            : null;
    }

    [GeneratedRegex("…|\\.\\.\\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Dots();

    [GeneratedRegex("^([0-9]{8})?[0-9]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
