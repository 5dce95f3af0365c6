using FleetTui.Api.Status;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Panels;

/// <summary>The lane (<c>prefix Q</c>): what waits, what is under way, what could not land and why, and what landed.</summary>
public sealed class LanePanel : DocumentPanel
{
    public override string Mode => "LANE";

    protected override string Title(ConsoleModel model) => model.Lane is { Target.Length: > 0 } lane ? $"lane to {lane.Target}" : "lane";

    protected override string Footer(ConsoleModel model) =>
        $"H {(model.Lane?.State == "paused" ? "resume" : "hold")}   L land {model.Focused?.Id ?? "slot"} now   e log   q close";

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        var command = key.ToString() switch { "H" => "hold", "L" => "land", "e" => "log", _ => null };
        if (command is null)
        {
            return false;
        }

        context.Run(command);
        return true;
    }

    protected override IReadOnlyList<IReadOnlyList<Piece>> Lines(ConsoleModel model, int width)
    {
        var theme = model.Theme;
        if (model.Lane is not { } lane)
        {
            return [[new Piece("The daemon has not told of the lane yet.", theme.Dim)]];
        }

        var lines = new List<IReadOnlyList<Piece>>
        {
            new[]
            {
                new Piece(StatusLine.Word(lane.State), StatusLine.StateStyle(lane.State, theme)),
                new Piece(lane.Reason.Length > 0 ? $": {lane.Reason}" : "", theme.Text),
                new Piece($"   {lane.Landed} landed, {lane.RejectedPushes} pushes rejected", theme.Dim, 1),
            },
            Array.Empty<Piece>(),
        };
        Queue(lines, "IN THE LANE", lane.Queue.Where(entry => entry.State != "held"), "nothing waits", width, model);
        Queue(lines, "HELD", lane.Queue.Where(entry => entry.State == "held"), "nothing is held", width, model);
        lines.Add([new Piece("LANDED", theme.Accent)]);
        if (lane.Recent.Count == 0)
        {
            lines.Add([new Piece("  nothing yet", theme.Dim)]);
        }

        foreach (var commit in lane.Recent)
        {
            lines.Add(
            [
                new Piece($"  {(model.Ascii ? "v" : "✓")} ", theme.Done),
                new Piece($"{commit.Commit[..Math.Min(8, commit.Commit.Length)]} ", theme.Dim, 2),
                new Piece($"{commit.Slot,-8} ", theme.Strong),
                new Piece(TextWidth.Fit(commit.Subject, Math.Max(8, width - 33)), theme.Text),
                new Piece($"  {Ago(model.Now - commit.At)}", theme.Dim, 1),
            ]);
        }

        return lines;
    }

    private static void Queue(List<IReadOnlyList<Piece>> lines, string title, IEnumerable<LaneEntry> entries, string none, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        lines.Add([new Piece(title, theme.Accent)]);
        var all = entries.ToList();
        if (all.Count == 0)
        {
            lines.Add([new Piece($"  {none}", theme.Dim)]);
        }

        foreach (var entry in all)
        {
            var held = entry.State == "held";
            lines.Add(
            [
                new Piece(held ? "  = " : model.Ascii ? "  > " : "  ▸ ", held ? theme.Held : theme.Done),
                new Piece($"{entry.Slot,-8} ", theme.Strong),
                new Piece($"{entry.State,-8} ", held ? theme.Held : theme.Done),
                new Piece($"{entry.Commits} commit{(entry.Commits == 1 ? "" : "s")}", theme.Text),
                new Piece($", {Ago(model.Now - entry.Since)}", theme.Dim, 1),
            ]);
            if (entry.Reason.Length > 0)
            {
                lines.AddRange(WordWrap.Lines(entry.Reason, Math.Max(20, width - 6)).Select(line => (IReadOnlyList<Piece>)[new Piece($"      {line}", held ? theme.Held : theme.Dim)]));
            }

            foreach (var subject in entry.Subjects)
            {
                lines.Add([new Piece($"      {(model.Ascii ? "-" : "·")} {subject}", theme.Dim)]);
            }
        }

        lines.Add([]);
    }

    private static string Ago(TimeSpan age) => age < TimeSpan.FromMinutes(1) ? "just now" : $"{Age.Short(age)} ago";
}
