namespace FleetTui.Cli.Output;

/// <summary>How long ago, as short as it can be read: 12s, 5m, 3h, 2d.</summary>
internal static class Age
{
    public static string Since(DateTimeOffset moment, TimeProvider time)
    {
        var age = time.GetUtcNow() - moment;
        return age switch
        {
            { TotalSeconds: < 0 } => "0s",
            { TotalMinutes: < 1 } => $"{(int)age.TotalSeconds}s",
            { TotalHours: < 1 } => $"{(int)age.TotalMinutes}m",
            { TotalDays: < 1 } => $"{(int)age.TotalHours}h",
            _ => $"{(int)age.TotalDays}d",
        };
    }
}
