namespace FleetTui.Daemon.Slots;

/// <summary>What became of a request to a slot. <paramref name="Problem"/>: one sentence, or null when it was done.</summary>
internal sealed record SlotAnswer(string? Problem)
{
    public static readonly SlotAnswer Done = new((string?)null);
}
