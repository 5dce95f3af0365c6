namespace FleetTui.Migrations.Checking;

/// <summary>A slot's versions.</summary>
/// <param name="Description">What it owns, for people.</param>
/// <param name="Used">Of today (UTC), landed or not.</param>
/// <param name="Free">Left today.</param>
/// <param name="Next">Its next free version.</param>
public sealed record BandUsage(string Slot, string Description, int Used, int Free, string Next)
{
    // A tenth is left, or the last one.
    private const int Tenth = 10;

    /// <summary>A sentence when today's versions run out soon or have; null while there are enough.</summary>
    public string? Shortage => Used == 0 || Free > Math.Max(1, (Used + Free) / Tenth) ? null
        : Free == 0 ? $"{Slot} has used all {Used} of its versions of today ({Description}): its next is {Next}, of another day; a longer band or a smaller step has more."
        : $"{Slot} has used {Used} of its {Used + Free} versions of today ({Description}): {Free} {(Free == 1 ? "is" : "are")} left, then it goes on in tomorrow's.";
}
