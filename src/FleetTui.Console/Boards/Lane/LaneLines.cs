using FleetTui.Api.Status;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Boards.Lane;

/// <summary>What the lane's board says, line by line.</summary>
internal static class LaneLines
{
    private const int SlotCells = 9;
    private const int Indent = 6;

    private static readonly string[] Steps = ["fetching", "building", "checking", "pushing"];

    public static IReadOnlyList<BoardLine> Of(ConsoleModel model, int width)
    {
        var theme = model.Theme;
        if (model.Lane is not { } lane)
        {
            return [BoardLine.Of(new Piece("The daemon has not told of the lane yet.", theme.Dim))];
        }

        var lines = new List<BoardLine>();
        var state = StatusLine.Word(lane.State);
        var head = WordWrap.Lines(lane.Reason.Length > 0 ? $"{state}: {lane.Reason}" : state, width);
        lines.Add(new BoardLine(
            [new Piece(state, StatusLine.StateStyle(lane.State, theme)), new Piece(head[0][state.Length..], theme.Text)],
            [new Piece($"{lane.Landed} landed, {lane.RejectedPushes} {(lane.RejectedPushes == 1 ? "push" : "pushes")} rejected", theme.Dim, 1)]));
        lines.AddRange(head.Skip(1).Select(line => BoardLine.Of(new Piece(line, theme.Text))));
        lines.Add(BoardLine.Empty);
        Train(lines, lane, width, model);
        Section(lines, "NEXT, in this order", [.. lane.Queue.Where(entry => entry.State != "held")], "nothing waits", numbered: true, width, model);
        Section(lines, "HELD", [.. lane.Queue.Where(entry => entry.State == "held")], "nothing is held", numbered: false, width, model);
        Landed(lines, lane, width, model);
        return lines;
    }

    private static void Train(List<BoardLine> lines, LaneStatus lane, int width, ConsoleModel model)
    {
        if (lane.Train is not { } train)
        {
            return;
        }

        var theme = model.Theme;
        lines.Add(BoardLine.Of(new Piece("TRAIN", theme.Accent), new Piece(train.Attempt > 1 ? $"  attempt {train.Attempt}: somebody else pushed first" : "", theme.Held)));
        lines.Add(BoardLine.Of(new Piece($"  {string.Join(' ', train.Slots)}", theme.Strong)));
        var now = Array.IndexOf(Steps, train.Step);
        var pieces = new List<Piece> { new("  ", theme.Dim) };
        for (var step = 0; step < Steps.Length; step++)
        {
            pieces.Add(new Piece(step < now ? (model.Ascii ? "v " : "✓ ") : step == now ? (model.Ascii ? "> " : "▸ ") : "  ", step <= now ? theme.Done : theme.Dim));
            pieces.Add(new Piece($"{Steps[step]}  ", step == now ? theme.Strong : theme.Dim));
        }

        lines.Add(BoardLine.Of([.. pieces]));
        if (train.Detail.Length > 0)
        {
            lines.Add(BoardLine.Of(new Piece($"  {TextWidth.Fit(Visible.Of(train.Detail), Math.Max(10, width - 2))}", theme.Dim)));
        }

        lines.Add(BoardLine.Empty);
    }

    private static void Section(List<BoardLine> lines, string title, List<LaneEntry> entries, string none, bool numbered, int width, ConsoleModel model)
    {
        lines.Add(BoardLine.Of(new Piece(title, model.Theme.Accent), new Piece(entries.Count > 0 ? $"  {entries.Count}" : "", model.Theme.Dim)));
        if (entries.Count == 0)
        {
            lines.Add(BoardLine.Of(new Piece($"  {none}", model.Theme.Dim)));
        }

        for (var place = 0; place < entries.Count; place++)
        {
            Entry(lines, entries[place], numbered ? place + 1 : 0, width, model);
        }

        lines.Add(BoardLine.Empty);
    }

    private static void Entry(List<BoardLine> lines, LaneEntry entry, int place, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        var held = entry.State == "held";
        var style = held ? theme.Held : theme.Done;
        lines.Add(new BoardLine(
            [
                new Piece(held ? "  = " : $"{place,3} ", style),
                new Piece($"{entry.Slot} ".PadRight(SlotCells), theme.Strong),
                new Piece($"{entry.State} ".PadRight(SlotCells), style),
                new Piece(Commits(entry.Commits), theme.Text),
            ],
            [new Piece(Ago(model.Now - entry.Since), theme.Dim, 1)],
            entry.Slot));
        Wrapped(lines, entry.Slot, held ? Why(entry) : entry.Reason, held ? theme.Held : theme.Dim, width);
        if (held)
        {
            Wrapped(lines, entry.Slot, $"fix: {(entry.Fix.Length > 0 ? entry.Fix : "as it says; V shows what it is, Enter goes there")}", theme.Strong, width);
            Wrapped(lines, entry.Slot, "tried again after its next commit, or with L", theme.Dim, width);
        }

        foreach (var subject in entry.Subjects)
        {
            lines.Add(BoardLine.For(entry.Slot, new Piece($"{new string(' ', Indent)}{(model.Ascii ? "-" : "·")} {Visible.Of(subject)}", theme.Dim)));
        }
    }

    /// <summary>The reason without the fix at its end, which has a line of its own.</summary>
    private static string Why(LaneEntry entry)
    {
        var reason = entry.Reason.TrimEnd('.');
        return entry.Fix.Length > 0 && reason.EndsWith(entry.Fix, StringComparison.Ordinal) ? reason[..^entry.Fix.Length].TrimEnd(' ', ':', ';') : entry.Reason;
    }

    private static void Wrapped(List<BoardLine> lines, string item, string text, Terminal.Cells.CellStyle style, int width)
    {
        if (text.Length > 0)
        {
            lines.AddRange(WordWrap.Lines(Visible.Of(text), Math.Max(20, width - Indent)).Select(line => BoardLine.For(item, new Piece(new string(' ', Indent) + line, style))));
        }
    }

    private static void Landed(List<BoardLine> lines, LaneStatus lane, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        lines.Add(BoardLine.Of(new Piece("LANDED", theme.Accent)));
        if (lane.Recent.Count == 0)
        {
            lines.Add(BoardLine.Of(new Piece("  nothing yet", theme.Dim)));
        }

        foreach (var commit in lane.Recent)
        {
            lines.Add(new BoardLine(
                [
                    new Piece($"  {(model.Ascii ? "v" : "✓")} ", theme.Done),
                    new Piece($"{commit.Slot} ".PadRight(SlotCells), theme.Strong),
                    new Piece(width >= 60 ? $"{commit.Commit[..Math.Min(8, commit.Commit.Length)]} " : "", theme.Dim, 2),
                    new Piece(Visible.Of(commit.Override is { } why ? $"{commit.Subject} (override: {why})" : commit.Subject), theme.Text, 3, Shrinks: true),
                ],
                [new Piece(Ago(model.Now - commit.At), theme.Dim, 1)]));
        }
    }

    private static string Commits(int count) => $"{count} commit{(count == 1 ? "" : "s")}";

    private static string Ago(TimeSpan age) => Age.Ago(age);
}
