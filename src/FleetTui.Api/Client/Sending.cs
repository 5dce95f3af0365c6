namespace FleetTui.Api.Client;

/// <summary>One text to several slots: what the console's compose box and <c>fleet send</c> do alike.</summary>
public static class Sending
{
    /// <summary>What stands for every running slot.</summary>
    public const string All = "all";

    /// <summary>To all at once, each as a paste, then Enter if asked. A slot that cannot be sent to does not keep the others from it.</summary>
    /// <returns>In the order of the slots.</returns>
    public static async Task<IReadOnlyList<SentText>> ToAsync(IFleetApi fleet, IReadOnlyList<string> slots, string text, bool enter, CancellationToken cancellation) =>
        await Task.WhenAll(slots.Select(slot => Task.Run(() => OneAsync(fleet, slot, text, enter, cancellation), cancellation)));

    /// <summary>The slots that a word such as <c>ps1</c>, <c>ps1,ps2</c> or <c>all</c> names; <c>all</c> is every slot with a running program.</summary>
    public static IReadOnlyList<string> Named(string word, IEnumerable<Status.SlotStatus> slots)
    {
        var all = slots.ToList();
        return word == All && all.All(slot => slot.Id != All)
            ? [.. all.Where(slot => slot.State != "stopped" && slot.Pid is not null).Select(slot => slot.Id)]
            : [.. word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
    }

    private static async Task<SentText> OneAsync(IFleetApi fleet, string slot, string text, bool enter, CancellationToken cancellation)
    {
        try
        {
            await fleet.SendAsync(slot, text, enter, cancellation);
            return new SentText(slot, null, 0);
        }
        catch (FleetApiException refusal)
        {
            return new SentText(slot, refusal.Message, refusal.ExitCode);
        }
    }
}
