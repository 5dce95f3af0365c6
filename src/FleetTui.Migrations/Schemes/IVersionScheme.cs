namespace FleetTui.Migrations.Schemes;

/// <summary>Which UTC times a slot may use as versions, so that slots never meet without asking each other.</summary>
public interface IVersionScheme
{
    /// <summary>Whether out of order versions can be avoided by it; with fixed bands they cannot, the low band always loses.</summary>
    bool KeepsOrder { get; }

    /// <summary>False for a slot the scheme has no place for (a person's worktree, an unknown slot): nothing is asked of it.</summary>
    bool Knows(string slot);

    bool Owns(string slot, DateTime version);

    /// <summary>The slot's smallest time at or after a moment, both in UTC; the slot must be known. Goes on to later days when a day is full.</summary>
    DateTime Next(string slot, DateTime notBefore);

    /// <summary>The moment before which a new version of now makes no sense: now itself, or the beginning of the day.</summary>
    DateTime Earliest(DateTime now);

    /// <summary>What the slot owns, for people: <c>seconds 15-19 of every minute, UTC</c>.</summary>
    string Describe(string slot);

    /// <summary>How many versions the slot has in one day.</summary>
    int CapacityPerDay(string slot);

    /// <summary>How far beyond now a version may lie: a moment, in UTC.</summary>
    /// <param name="unlanded">How many migrations the slot has not landed yet: a burst of them runs ahead of the clock.</param>
    DateTime Latest(DateTime now, int unlanded);
}
