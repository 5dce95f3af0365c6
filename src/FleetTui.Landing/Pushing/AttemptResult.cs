namespace FleetTui.Landing.Pushing;

internal enum AttemptEnd
{
    /// <summary>Every slot has its answer.</summary>
    Settled,

    /// <summary>Somebody pushed first: build again.</summary>
    Moved,

    /// <summary>The remote, or a check of the whole train, said no to the slots in <see cref="AttemptResult.Train"/>; whose fault it is is not known if there are several.</summary>
    Refused,

    /// <summary>No answer from the remote, or trouble on this machine: later.</summary>
    Unreachable,

    /// <summary>The user must decide.</summary>
    Halted,
}

/// <summary>What one attempt to land some slots came to.</summary>
/// <param name="Reason">Empty when settled.</param>
/// <param name="Slots">The answers so far; a slot of <paramref name="Train"/> has none yet.</param>
/// <param name="Train">The slots that were in the train, when it did not land.</param>
/// <param name="Paths">By slot: where it conflicts.</param>
internal sealed record AttemptResult(
    AttemptEnd End,
    string Reason,
    IReadOnlyList<SlotLanding> Slots,
    IReadOnlyList<LaneSlot> Train,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Paths)
{
    /// <summary>By slot: the HEAD the answer is about.</summary>
    internal IReadOnlyDictionary<string, string> Heads { get; init; } = new Dictionary<string, string>();

    internal static AttemptResult Stopped(AttemptEnd end, string reason, IReadOnlyList<LaneSlot> train) =>
        new(end, reason, [], train, new Dictionary<string, IReadOnlyList<string>>());
}
