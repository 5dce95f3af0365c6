using FleetTui.Api.Status;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary>What changed from one status to the next, as plain sentences: for people who have the terminal read to them, and for logs.</summary>
internal sealed class StatusChanges
{
    private readonly Dictionary<string, (string State, string Lane, string Role)> _slots = new(StringComparer.Ordinal);
    private string _lane = "";

    /// <summary>The lines to print; all slots the first time.</summary>
    public IEnumerable<string> Take(FleetStatus status)
    {
        foreach (var slot in status.Slots)
        {
            var now = (State(slot), Landing(slot), slot.Role.Length == 0 ? "no role" : $"role {slot.Role}");
            var known = _slots.TryGetValue(slot.Id, out var before);
            _slots[slot.Id] = now;
            if (!known || now.Item1 != before.State)
            {
                yield return Printable.Of($"{slot.Id}: {now.Item1}{(known ? "" : $", {now.Item3}")}");
            }

            if (known ? now.Item2 != before.Lane : slot.Landing is not ("none" or ""))
            {
                yield return Printable.Of($"{slot.Id}: {now.Item2}");
            }

            if (known && now.Item3 != before.Role)
            {
                yield return Printable.Of($"{slot.Id}: now {now.Item3}");
            }
        }

        foreach (var gone in _slots.Keys.Except(status.Slots.Select(slot => slot.Id)).ToList())
        {
            _slots.Remove(gone);
            yield return Printable.Of($"{gone}: no slot any more");
        }

        var lane = status.Lane.Reason.Length > 0 ? $"lane: {status.Lane.State}, {status.Lane.Reason}" : $"lane: {status.Lane.State}";
        if (lane != _lane)
        {
            _lane = lane;
            yield return Printable.Of(lane);
        }
    }

    private static string State(SlotStatus slot) =>
        (slot.Attention ? "needs you, " : "") + (slot.Detail.Length == 0 ? slot.State : $"{slot.State}, {slot.Detail}");

    private static string Landing(SlotStatus slot) => slot.Landing switch
    {
        "none" or "" => "nothing to land",
        "held" => $"held by the lane, {slot.LandingReason}",
        _ => slot.LandingReason.Length > 0 ? $"{slot.Landing}, {slot.LandingReason}" : slot.Landing,
    };
}
