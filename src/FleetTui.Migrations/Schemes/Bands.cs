using FleetTui.Configuration;

namespace FleetTui.Migrations.Schemes;

/// <summary>
/// Each slot owns a range of the UTC day and numbers its migrations from the range's beginning, a step apart, whatever the clock says.
/// A full band goes on in the next day's, never in its neighbour's. Unique, but never in order between slots.
/// </summary>
/// <param name="bands">Apart from each other, none empty: the configuration has checked it.</param>
public sealed class Bands(IReadOnlyDictionary<string, BandDefinition> bands, TimeSpan step) : IVersionScheme
{
    public bool KeepsOrder => false;

    public bool Knows(string slot) => bands.ContainsKey(slot);

    public bool Owns(string slot, DateTime version) => bands[slot].From <= version.TimeOfDay && version.TimeOfDay < bands[slot].To;

    public DateTime Next(string slot, DateTime notBefore)
    {
        var (from, to) = bands[slot];
        var step = StepOf(slot);
        var steps = notBefore.TimeOfDay <= from ? 0 : (long)Math.Ceiling((notBefore.TimeOfDay - from) / step);
        var time = from + steps * step;
        return time < to ? notBefore.Date + time : notBefore.Date.AddDays(1) + from;
    }

    public DateTime Earliest(DateTime now) => now.Date;

    public string Describe(string slot) => $"{Clock(bands[slot].From)}-{Clock(bands[slot].To)} UTC, every {StepOf(slot)}";

    public int CapacityPerDay(string slot) => (int)Math.Ceiling((bands[slot].To - bands[slot].From) / StepOf(slot));

    /// <summary>The end of tomorrow.</summary>
    public DateTime Latest(DateTime now, int unlanded) => now.Date.AddDays(2).AddSeconds(-1);

    private TimeSpan StepOf(string slot) => bands[slot].Step ?? step;

    private static string Clock(TimeSpan time) => time == TimeSpan.FromDays(1) ? "24:00:00" : time.ToString("hh\\:mm\\:ss", null);
}
