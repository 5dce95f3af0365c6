using System.Globalization;

namespace FleetTui.LandingSoak;

/// <summary>What was done. Only one thread counts.</summary>
public sealed class SoakCounts
{
    public int Fleets { get; set; }

    public int Rounds { get; set; }

    public int Commits { get; set; }

    public int Landed { get; set; }

    /// <summary>Times a lane's process was killed, by the kind of moment.</summary>
    public SortedDictionary<string, int> Deaths { get; } = new(StringComparer.Ordinal);

    public int RemoteLost { get; set; }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Fleets} fleets, {Rounds} rounds, {Commits} commits of slots, {Landed} landed, remote lost {RemoteLost} times; killed: {(Deaths.Count == 0 ? "never" : string.Join(", ", Deaths.Select(death => $"{death.Key} {death.Value}")))}");
}
