using FleetTui.Console.Model;

namespace FleetTui.Console.Views;

/// <summary>How the rail's rows are shared: the slots first and never folded, then the lane, then what happened last.</summary>
/// <param name="LinesEach">Rows a slot gets.</param>
/// <param name="Lane">The row of the line above the lane, or null where it has no room.</param>
/// <param name="Events">The row of the line above the events, or null.</param>
public readonly record struct RailSections(int LinesEach, int? Lane, int? Events)
{
    private const int LeastLane = 3;
    private const int LeastEvents = 4;

    public IEnumerable<int> Lines => new[] { Lane, Events }.OfType<int>();

    public static RailSections Of(int height, ConsoleModel model)
    {
        var slots = model.Slots.Count;
        var each = slots == 0 ? 1 : Math.Clamp((height - 8) / slots, 1, 3);
        var used = slots * each;
        if (model.Lane is not { } lane || height - used < LeastLane)
        {
            return new RailSections(each, null, null);
        }

        var laneRows = Math.Min(Math.Min(lane.Queue.Count, 6) + 2, height - used);
        var events = used + laneRows;
        return new RailSections(each, used, height - events >= LeastEvents && model.Log.Count > 0 ? events : null);
    }
}
