using FleetTui.Api.Status;

namespace FleetTui.Cli.Tests;

internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static FleetStatus Status() => new(
        new FleetIdentity("demo", "/home/me/demo", "0.1.0"),
        [
            new SlotStatus(
                4, "ps2", "PS#2", "blog", "Blog dispatch", "claude", "claude2", "needs-input", "question", Noon, "osc7501",
                "/home/me/demo/.claude/worktrees/instance-ps2", "claude/ps2-wip", 2, 1, 3, "held", "conflicts with win in README.md", true, 4711, new SlotContext(166_000, 200_000, 83, "claude-sonnet-4-5"), Transcript: true),
        ],
        new LaneStatus(
            "idle", "", "origin/main",
            [new LaneEntry("ps2", 2, "held", "conflicts with win in README.md", Noon, ["Write a post"])],
            7, 0, new LastLanded("win", "0123456789abcdef", Noon), []));
}
