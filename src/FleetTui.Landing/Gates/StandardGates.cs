using FleetTui.Configuration;
using FleetTui.Migrations.Checking;

namespace FleetTui.Landing.Gates;

/// <summary>All gates of a fleet, cheap ones first: a train that fails early costs no checks.</summary>
public static class StandardGates
{
    /// <param name="configuration">The one in force; asked anew for every train.</param>
    /// <param name="slots">All slots now.</param>
    /// <param name="reserved">Migration versions handed out now.</param>
    /// <param name="checksDirectory">Absolute; where <see cref="ChecksGate"/> works.</param>
    /// <param name="overridden">Told of each commit that overrides the domain lock; may be null.</param>
    public static IReadOnlyList<IGate> Of(
        Func<FleetConfiguration> configuration,
        Func<IReadOnlyList<LaneSlot>> slots,
        Func<IReadOnlyList<ReservedVersion>> reserved,
        string checksDirectory,
        TimeProvider time,
        Action<DomainOverride>? overridden = null)
    {
        var rules = new GateRules(configuration);
        return
        [
            new DomainGate(rules, overridden),
            new CaseGate(),
            new SizeGate(rules),
            new SubmoduleGate(),
            new MigrationGate(rules, slots, reserved, time),
            new ChecksGate(rules, checksDirectory),
        ];
    }
}
