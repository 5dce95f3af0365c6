using FleetTui.Agents.State;
using FleetTui.Api.Status;
using FleetTui.Daemon.Live;
using FleetTui.Daemon.Slots;

namespace FleetTui.Daemon.Status;

/// <summary>Puts the fleet's status together from what its parts know. Cheap: nothing is asked of git or the host here.</summary>
internal sealed class StatusBoard(string repository, LiveConfiguration configuration, SlotSet slots, WorktreeStatuses worktrees, Func<LaneStatus> lane)
{
    public static string Version { get; } = typeof(StatusBoard).Assembly.GetName().Version?.ToString(3) ?? "0";

    public FleetStatus Now()
    {
        var live = configuration.Current;
        var laneNow = lane();
        return new FleetStatus(
            new FleetIdentity(live.Configuration.Name, repository, Version, configuration.Problem),
            [.. slots.All.Select(supervisor => Slot(supervisor.Snapshot, live, laneNow))],
            laneNow);
    }

    private SlotStatus Slot(SlotSnapshot now, ConfigurationSnapshot live, LaneStatus lane)
    {
        var slot = now.Slot;
        var git = worktrees.Of(slot.Id);
        var entry = lane.Queue.FirstOrDefault(one => one.Slot == slot.Id);
        var role = live.Roles.RoleOf(slot.Id);
        return new SlotStatus(
            slot.Number,
            slot.Id,
            slot.Label,
            role,
            live.Configuration.Roles.FirstOrDefault(one => one.Name == role)?.Title ?? "",
            slot.Agent,
            slot.Account,
            now.State.Activity.Word(),
            Detail(now),
            now.State.Since,
            now.State.Source.Word(),
            now.Worktree,
            git.Branch.Length > 0 ? git.Branch : slot.Branch,
            git.Ahead,
            git.Behind,
            git.Dirty,
            entry?.State ?? "none",
            entry?.Reason ?? "",
            now.State.Activity.NeedsUser() || entry?.State == "held",
            now.Pid,
            now.Context is { } fill ? new SlotContext(fill.Tokens, fill.Window, fill.Percent, fill.Model) : null,
            now.Transcript is not null);
    }

    private static string Detail(SlotSnapshot now) => (now.State.Detail, now.Notice) switch
    {
        ("", var notice) => notice,
        (var detail, "") => detail,
        (var detail, var notice) when notice.Contains(detail, StringComparison.Ordinal) || detail.Contains(notice, StringComparison.Ordinal) => detail,
        var (detail, notice) => $"{detail}. {notice}",
    };
}
