using FleetTui.Api.Status;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Status;

/// <summary>
/// The last line. What must go on a narrow screen goes in this order: clock, title, hints, names; the counts, the lane's
/// head and state, the mode and a lost connection never. Where the slots themselves are out of sight, their twelve signs stand here.
/// </summary>
public static class StatusLine
{
    private const string LaneWord = "LANE";

    private const int Signs = 1;
    private const int Names = 2;
    private const int Hints = 3;
    private const int Title = 4;
    private const int Clock = 5;

    public static void Draw(Canvas canvas, ConsoleModel model)
    {
        var theme = model.Theme;
        canvas.Fill(theme.Bar);
        if (model.Panel?.StatusText(model) is { } prompt)
        {
            canvas.TextFit(0, 0, prompt, theme.BarStrong, canvas.Width);
            return;
        }

        if (model.Notice is { } notice)
        {
            var style = notice.Error ? theme.Failed.On(theme.Bar) : theme.BarStrong;
            var head = notice.Error ? (model.Ascii ? " x " : " ✗ ") : " ";
            canvas.TextFit(0, 0, head + notice.Text, style, canvas.Width);
            return;
        }

        PieceLine.Draw(canvas, Left(model), Right(model), gap: 1);
    }

    public static IReadOnlyList<Piece> Left(ConsoleModel model)
    {
        var theme = model.Theme;
        var pieces = new List<Piece>();
        var mode = Mode(model);
        if (mode is not null)
        {
            pieces.Add(new Piece($" {mode} ", theme.Mode));
        }

        pieces.Add(new Piece(" ", theme.Bar));
        foreach (var warning in Warnings(model))
        {
            pieces.Add(new Piece($"{warning}  ", theme.Failed.On(theme.Bar)));
        }

        if (model.Lane is { } lane && model.Daemon != LinkState.Ended)
        {
            // The lane's own view has said the word already.
            AddLane(pieces, lane, mode == LaneWord ? "" : $"{LaneWord} ", model);
        }

        var page = model.Plan.NameOf(model.Plan.Page);
        if (model.Plan.Pages > 1 || page.Length > 0)
        {
            var number = model.Plan.Pages > 1 ? $" {model.Plan.Page + 1}/{model.Plan.Pages}" : "";
            pieces.Add(new Piece($"  page{number}", theme.BarDim, Hints));
            pieces.Add(new Piece(page.Length > 0 ? $" {TextWidth.Fit(page, 20)}" : "", theme.Bar, Names));
        }

        if (model.Hints > 0 && Titles.Of(model.Focused) is { Length: > 0 } title)
        {
            pieces.Add(new Piece($"  {TextWidth.Fit(title, 30)}", theme.BarDim, Title));
        }

        return pieces;
    }

    public static IReadOnlyList<Piece> Right(ConsoleModel model)
    {
        var theme = model.Theme;
        var pieces = new List<Piece>();
        var signs = !ShowsSlots(model);
        foreach (var kind in Counted)
        {
            var count = model.Slots.Count(slot => slot.Mood.Kind == kind);
            if (count > 0)
            {
                var mood = new SlotMood(kind);
                pieces.Add(new Piece($"{mood.Glyph(model.Ascii)}{count} ", mood.Style(theme).On(theme.Bar), signs && kind > MoodKind.Limited ? Names : 0));
            }
        }

        if (signs)
        {
            // One piece, for a part of them would tell lies.
            pieces.Add(new Piece($" {string.Concat(model.Slots.OrderBy(slot => slot.Status.Number).Select(slot => slot.Mood.Glyph(model.Ascii)))} ", theme.BarStrong, Signs));
        }

        foreach (var hint in StatusHints.Of(model))
        {
            var first = hint.StartsWith("M-a", StringComparison.Ordinal);
            pieces.Add(new Piece(first ? $" {hint}" : $"  {hint}", first ? theme.Bar : theme.BarDim, Hints));
        }

        if (model.Hints == 0)
        {
            return pieces;
        }

        var local = TimeZoneInfo.ConvertTime(model.Now, model.Zone);
        pieces.Add(new Piece($"  {local:HH:mm} ", theme.Bar, Clock));
        return pieces;
    }

    /// <summary>Every slot is seen: as a tile, in the rail, as a chip, or in the table of slots.</summary>
    private static bool ShowsSlots(ConsoleModel model) => model.Board is Boards.Fleet.FleetBoard
        || (!(model.Board is not null && !Boards.BoardPlace.IsSide(model))
            && (model.Plan is { Rail: not null } or { Chips: not null } || model.Plan.Tiles.Count >= model.Slots.Count));

    private static readonly MoodKind[] Counted =
    [
        MoodKind.Needs, MoodKind.Failed, MoodKind.Held, MoodKind.Limited, MoodKind.Landing, MoodKind.Done, MoodKind.Working, MoodKind.Starting, MoodKind.Idle, MoodKind.Unknown, MoodKind.Stopped,
    ];

    private static string? Mode(ConsoleModel model) =>
        model.PrefixPending ? $"{model.Keys.PrefixKey}-"
        : model.Panel is { } panel && panel.Mode.Length > 0 ? panel.Mode
        : model is { BoardHasKeys: true, Board: { } board } ? board.Mode
        : model.PassNext ? "PASS"
        : model.Focused?.Scroll is { } scroll ? (scroll.Copying ? "COPY" : "SCROLL")
        : model.Options.ReadOnly ? ReadOnly(model)
        : model.Zoomed ? "ZOOM"
        : null;

    private static string ReadOnly(ConsoleModel model) => (model.Ascii ? "" : "🔒 ") + (model.Zoomed ? "READ-ONLY ZOOM" : "READ-ONLY");

    private static IEnumerable<string> Warnings(ConsoleModel model)
    {
        if (model.Daemon == LinkState.Ended)
        {
            yield return model.Ended ? $"fleet ended, {model.Keys.Spell("prompt")} up starts it" : $"daemon ended, {model.Keys.Spell("prompt")} up starts it";
            yield break;
        }

        if (model.Host == LinkState.Gone)
        {
            yield return "host gone, reconnecting";
        }

        if (model.Daemon == LinkState.Gone)
        {
            yield return "daemon gone, reconnecting";
        }
        else if (model.Daemon == LinkState.Connecting && model.Lane is null)
        {
            yield return "connecting";
        }
    }

    private static void AddLane(List<Piece> pieces, LaneStatus lane, string word, ConsoleModel model)
    {
        var theme = model.Theme;
        pieces.Add(new Piece(word, theme.BarStrong));
        var arrow = model.Ascii ? "> " : "▸ ";
        var queue = lane.Queue.Where(entry => entry.State != "held").ToList();
        if (queue.Count > 0)
        {
            pieces.Add(new Piece($"{arrow}{queue[0].Slot} {queue[0].State}", theme.Bar));
            foreach (var entry in queue.Skip(1).Take(model.Hints == 0 ? 0 : 6))
            {
                pieces.Add(new Piece($" {entry.Slot}", theme.BarDim, Names));
            }

            pieces.Add(new Piece(" | ", theme.BarDim));
        }

        pieces.Add(new Piece(Word(lane.State), StateStyle(lane.State, theme).On(theme.Bar)));
        if (lane.State == "paused")
        {
            pieces.Add(new Piece($": {model.Keys.Spell("hold")} lets it go on", theme.BarDim, Names));
        }
        else if (lane.State is not ("idle" or "landing") && lane.Reason.Length > 0)
        {
            pieces.Add(new Piece($": {lane.Reason}", theme.BarDim, Names, Shrinks: true));
        }
        else if (lane.Landed > 0)
        {
            pieces.Add(new Piece($" {lane.Landed} landed", theme.BarDim, Names));
        }
    }

    public static string Word(string laneState) => laneState switch
    {
        "idle" or "landing" => "on",
        "paused" => "HELD",
        "halted" => "HALTED",
        _ => laneState,
    };

    public static CellStyle StateStyle(string laneState, Theme theme) => laneState switch
    {
        "idle" or "landing" => theme.Working,
        "paused" => theme.Held,
        "off" => theme.Idle,
        _ => theme.Failed,
    };
}
