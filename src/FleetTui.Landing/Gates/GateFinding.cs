namespace FleetTui.Landing.Gates;

/// <summary>Why a slot may not land now.</summary>
/// <param name="Slot">Its id; null when the train as a whole failed and nobody knows whose fault it is: then the train is halved until somebody is.</param>
/// <param name="Reason">One sentence for the agent and the user: what is wrong and what to do.</param>
/// <param name="Paths">Where.</param>
public sealed record GateFinding(string? Slot, string Reason, IReadOnlyList<string> Paths)
{
    /// <summary>What to do, as a command where there is one. In <see cref="Reason"/>, too, unless it is longer there.</summary>
    public string Fix { get; init; } = "";
}
