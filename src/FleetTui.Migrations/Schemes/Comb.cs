namespace FleetTui.Migrations.Schemes;

/// <summary>
/// Slot k of n owns the seconds [k·60/n, (k+1)·60/n) of every minute. Always a valid time, near the clock, unique without a counter.
/// </summary>
public sealed class Comb : IVersionScheme
{
    private const int SecondsPerMinute = 60;
    private const int MinutesPerDay = 24 * 60;

    // Counts that divide a minute: a fleet that grows from 3 slots to 12 keeps its teeth.
    private static readonly int[] Teeth = [12, 15, 20, 30, 60];

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly IReadOnlyDictionary<string, int> toothOf;
    private readonly int width;

    /// <param name="toothOf">Slot → tooth, 0 to 59, each its own.</param>
    public Comb(IReadOnlyDictionary<string, int> toothOf)
    {
        this.toothOf = toothOf;
        var needed = toothOf.Values.DefaultIfEmpty(0).Max() + 1;
        width = SecondsPerMinute / Teeth.First(count => count >= needed);
    }

    public bool KeepsOrder => true;

    public bool Knows(string slot) => toothOf.ContainsKey(slot);

    public bool Owns(string slot, DateTime version) => version.Second / width == toothOf[slot];

    public DateTime Next(string slot, DateTime notBefore)
    {
        var (first, last) = Seconds(slot);
        if (notBefore.Second <= last) return notBefore.AddSeconds(Math.Max(0, first - notBefore.Second));
        return notBefore.AddSeconds(SecondsPerMinute - notBefore.Second + first);
    }

    public DateTime Earliest(DateTime now) => now;

    public string Describe(string slot) => Seconds(slot) switch
    {
        var (first, last) when first == last => $"second {first:00} of every minute, UTC",
        var (first, last) => $"seconds {first:00}-{last:00} of every minute, UTC",
    };

    public int CapacityPerDay(string slot) => width * MinutesPerDay;

    public DateTime Latest(DateTime now, int unlanded) => now + Ahead + TimeSpan.FromMinutes(unlanded / width);

    private (int First, int Last) Seconds(string slot) => (toothOf[slot] * width, (toothOf[slot] + 1) * width - 1);
}
