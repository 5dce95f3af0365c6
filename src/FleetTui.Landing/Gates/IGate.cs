namespace FleetTui.Landing.Gates;

/// <summary>
/// A check that a train passes before it is pushed. It sees the whole train as it would be on main, so that what is wrong only in combination (two migrations of one
/// version, two paths that differ in case) is found. A finding holds its slot; the train is built again without it and checked again, until nothing is found.
/// </summary>
public interface IGate
{
    /// <summary>Short, for messages: <c>domain</c>, <c>migrations</c>.</summary>
    string Name { get; }

    /// <summary>Nothing found: an empty list. An exception is a bug and halts the lane.</summary>
    Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation);
}
