using FleetTui.Configuration;

namespace FleetTui.Migrations.Schemes;

/// <summary>What is wrong with configured bands.</summary>
public static class BandProblems
{
    /// <summary>One sentence each, all at once.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, BandDefinition> bands, TimeSpan step) =>
        [.. Step(step), .. bands.SelectMany(band => Single(band.Key, band.Value, step)), .. Overlaps(bands)];

    private static IEnumerable<string> Step(TimeSpan step)
    {
        if (step < TimeSpan.FromSeconds(1) || !Whole(step)) yield return $"the step is {step}, but versions are whole seconds apart, one at least";
    }

    private static IEnumerable<string> Single(string slot, BandDefinition band, TimeSpan step)
    {
        if (band.From < TimeSpan.Zero || band.To > TimeSpan.FromDays(1) || !Whole(band.From) || !Whole(band.To))
            yield return $"the band of {slot} is not within a day: from and to are whole seconds from 00:00:00 to 24:00:00";
        else if (band.From >= band.To)
            yield return $"the band of {slot} is empty: {Bands.Clock(band.From)} is not before {Bands.Clock(band.To)}";
        else if (band.To - band.From < step)
            yield return $"the band of {slot} ({Bands.Clock(band.From)}-{Bands.Clock(band.To)}) is shorter than the step of {step}: it holds one migration a day";
    }

    private static IEnumerable<string> Overlaps(IReadOnlyDictionary<string, BandDefinition> bands)
    {
        var ordered = bands.Where(band => band.Value.From < band.Value.To).OrderBy(band => band.Value.From).ToList();
        for (var second = 1; second < ordered.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (ordered[second].Value.From < ordered[first].Value.To)
                    yield return $"the bands of {ordered[first].Key} and {ordered[second].Key} overlap at {Bands.Clock(ordered[second].Value.From)}";
            }
        }
    }

    private static bool Whole(TimeSpan time) => time.Ticks % TimeSpan.TicksPerSecond == 0;
}
