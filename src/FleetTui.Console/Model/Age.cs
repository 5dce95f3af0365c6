namespace FleetTui.Console.Model;

/// <summary>Ages in two to four cells. Under a minute it says "now": a second hand would need a clock that ticks while nothing happens.</summary>
public static class Age
{
    public static string Short(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "now",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes}m",
        { TotalDays: < 1 } => age.Minutes >= 10 && age.TotalHours < 10 ? $"{(int)age.TotalHours}h{age.Minutes:00}" : $"{(int)age.TotalHours}h",
        _ => $"{(int)age.TotalDays}d",
    };
}
