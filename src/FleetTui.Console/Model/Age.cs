using System.Globalization;
using Humanizer;
using Humanizer.Localisation;

namespace FleetTui.Console.Model;

/// <summary>How long ago something was. Under a minute a tile says "now": a second hand would need a clock that ticks while nothing happens.</summary>
public static class Age
{
    /// <summary>Ages are told in English, as all else is, whatever the user's culture.</summary>
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>In two to four cells, for tiles. Ours, and not Humanizer's: it is drawn with the first frame, and has no room for words.</summary>
    public static string Short(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "now",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes}m",
        { TotalDays: < 1 } => age.Minutes >= 10 && age.TotalHours < 10 ? $"{(int)age.TotalHours}h{age.Minutes:00}" : $"{(int)age.TotalHours}h",
        _ => $"{(int)age.TotalDays}d",
    };

    /// <summary>As short, to the second, for what is printed once by a verb that must start at once: Humanizer costs it 9 ms.</summary>
    public static string Compact(TimeSpan age) => age < TimeSpan.FromMinutes(1) ? $"{(int)Math.Max(0, age.TotalSeconds)}s" : Short(age);

    /// <summary>In words, for tables and sentences on a screen that stays: now, 2 minutes, 1 hour, 3 days.</summary>
    public static string Words(TimeSpan age) => age < TimeSpan.FromMinutes(1) ? "now" : Humanized(age);

    /// <summary>In words, for what is printed once: 12 seconds, 2 minutes.</summary>
    public static string Printed(TimeSpan age) => Humanized(age < TimeSpan.Zero ? TimeSpan.Zero : age);

    /// <summary><c>2 minutes ago</c>, or <c>just now</c>.</summary>
    public static string Ago(TimeSpan age) => age < TimeSpan.FromMinutes(1) ? "just now" : $"{Humanized(age)} ago";

    private static string Humanized(TimeSpan age) =>
        age < TimeSpan.FromSeconds(1) ? "0 seconds" : age.Humanize(precision: 1, culture: Culture, maxUnit: TimeUnit.Day, minUnit: TimeUnit.Second);
}
