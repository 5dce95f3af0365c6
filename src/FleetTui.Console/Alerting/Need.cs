using FleetTui.Console.Model;

namespace FleetTui.Console.Alerting;

/// <summary>One reason to call the user to a slot.</summary>
/// <param name="Kind">One of the words of <c>console.alerts.on</c>.</param>
internal readonly record struct Need(string Slot, string Kind)
{
    public const string Input = "needs";
    public const string Failed = "failed";
    public const string Held = "held";
    public const string Done = "done";
    public const string Landed = "landed";

    public static IEnumerable<Need> Of(SlotModel slot)
    {
        var status = slot.Status;
        if (status.Attention)
        {
            yield return new Need(slot.Id, SlotMood.Of(status).Kind == MoodKind.Failed ? Failed : Input);
        }

        if (status.State == "done")
        {
            yield return new Need(slot.Id, Done);
        }

        if (status.Landing is "held" or "landed")
        {
            yield return new Need(slot.Id, status.Landing == "held" ? Held : Landed);
        }
    }

    /// <summary>One short sentence without an end: "ps2 needs you: permission".</summary>
    public string Words(SlotModel slot)
    {
        var reason = Kind is Held ? slot.Status.LandingReason : Kind is Input or Failed ? slot.Status.Detail : "";
        var what = Kind switch
        {
            Input => "needs you",
            Failed => "failed",
            Held => "is held",
            Done => "is done",
            _ => "has landed",
        };
        return reason.Length > 0 ? $"{Slot} {what}: {reason}" : $"{Slot} {what}";
    }
}
