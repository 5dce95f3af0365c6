using FleetTui.Console.Compositing;
using FleetTui.Console.Layouts;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Views;

/// <summary>A tile's header, written into the line above it: who, which role, what it does and since when, its branch and what is wrong.</summary>
public static class HeaderView
{
    /// <summary>From this rank on a frame is drawn in its colour on all sides; see <see cref="BorderLines"/>.</summary>
    public const byte LoudRank = 5;

    public const byte FocusRank = 9;

    /// <summary>Narrower, a header is written without air.</summary>
    private const int Narrow = 52;

    public static void Draw(Canvas canvas, SlotModel slot, TilePlace tile, ConsoleModel model)
    {
        var tight = canvas.Width < Narrow;
        var (left, right) = (Left(slot, model.HasKeyboard(tile.Slot), tight, model), Right(slot, tile, tight, model));
        // A cell of line stays at each end, so that the header reads as part of the frame.
        var inner = canvas.Part(new Rect(1, 0, Math.Max(0, canvas.Width - 2), 1));
        PieceLine.Draw(inner, left, right, gap: tight ? 1 : 2);
    }

    private static List<Piece> Left(SlotModel slot, bool focused, bool tight, ConsoleModel model)
    {
        var theme = model.Theme;
        var status = slot.Status;
        var mood = slot.Mood;
        var gap = tight ? "" : " ";
        var left = new List<Piece>
        {
            new($" {status.Number} {status.Id} ", focused ? theme.Mode : theme.Strong),
            new($"{gap}{mood.Glyph(model.Ascii)} {mood.Word}", mood.Style(theme)),
        };
        if (mood.Kind is not (MoodKind.Unknown or MoodKind.Stopped) || status.Attention)
        {
            left.Add(new Piece($" {Age.Short(model.Now - status.Since)}", theme.Dim, 1));
        }

        var detail = Detail(slot);
        if (detail.Length > 0)
        {
            left.Add(new Piece($": {detail}", mood.Style(theme), 5, Shrinks: true));
        }

        left.Add(new Piece(status.Role.Length > 0 ? $"{gap} {status.Role}" : $"{gap} no role", status.Role.Length > 0 ? theme.Text : theme.Dim, 3, Shrinks: true));
        left.Add(new Piece($" {AgentSign.Of(status.Agent, model.Ascii)}", theme.Dim, 4));
        left.Add(new Piece(status.Agent.Length > 0 ? $" {status.Agent}" : "", theme.Dim, 7));
        if (Titles.Of(slot) is { Length: > 0 } title)
        {
            left.Add(new Piece($"  {title}", theme.Dim, 9, Shrinks: true));
        }

        left.Add(new Piece(" ", theme.Dim));
        return left;
    }

    private static List<Piece> Right(SlotModel slot, TilePlace tile, bool tight, ConsoleModel model)
    {
        var theme = model.Theme;
        var status = slot.Status;
        var right = new List<Piece>();
        if (slot.Scroll is not null)
        {
            right.Add(new Piece(slot.Scroll.Transcript is null ? " COPY " : " TRANSCRIPT ", theme.Mode));
        }

        if (slot.Observed)
        {
            right.Add(new Piece($" {Padlock(model.Ascii)} ", theme.Held, 1));
        }

        if (model.HasKeyboard(tile.Slot) && slot.AltKeysLocked && model.Options.AltKeys)
        {
            right.Add(new Piece(" Alt to shell", theme.Dim, 6));
        }

        if (slot.Marked)
        {
            right.Add(new Piece(" marked ", theme.Accent, 1));
        }

        if (slot.Pinned)
        {
            right.Add(new Piece(" pinned", theme.Dim, 6));
        }

        if (status.Branch.Length > 0)
        {
            right.Add(new Piece($" {status.Branch}", theme.Dim, 8));
        }

        var changes = Changes(status.Ahead, status.Behind, status.Dirty, model.Ascii);
        if (changes.Length > 0)
        {
            right.Add(new Piece($" {(tight ? changes.Replace(" ", "", StringComparison.Ordinal) : changes)}", theme.Text, 2));
        }

        if (ContextSign.Of(slot, model) is { } context)
        {
            right.Add(new Piece($" {context.Text}", context.Style, context.IsLoud ? 2 : 4));
        }

        if (status.Landing is "waiting" or "ready" or "landing" or "syncing" or "paused")
        {
            right.Add(new Piece($" {(model.Ascii ? ">" : "▸")}{status.Landing}", theme.Done, 6));
        }

        if (!tile.Card && TileView.IsCropped(slot, tile.Content))
        {
            // Panned by hand, it no longer follows the cursor: that must be told louder.
            right.Add(slot.Pan is null ? new Piece(model.Ascii ? " >" : " »", theme.Dim, 2) : new Piece(model.Ascii ? " <pan>" : " «pan»", theme.Accent, 1));
        }

        if (right.Count > 0)
        {
            right.Add(new Piece(" ", theme.Dim));
        }

        return right;
    }

    /// <summary>Nothing typed here reaches the slot.</summary>
    public static string Padlock(bool ascii) => ascii ? "[read-only]" : "🔒 read-only";

    /// <summary>Commits ahead and behind, and files not committed: <c>↑2 ↓1 ✎3</c>.</summary>
    public static string Changes(int ahead, int behind, int dirty, bool ascii)
    {
        var parts = new List<string>(3);
        if (ahead > 0)
        {
            parts.Add((ascii ? "^" : "↑") + ahead);
        }

        if (behind > 0)
        {
            parts.Add((ascii ? "v" : "↓") + behind);
        }

        if (dirty > 0)
        {
            parts.Add((ascii ? "~" : "✎") + dirty);
        }

        return string.Join(' ', parts);
    }

    private static string Detail(SlotModel slot) => slot.Mood.Kind switch
    {
        MoodKind.Held => slot.Status.LandingReason,
        MoodKind.Needs or MoodKind.Failed or MoodKind.Limited => slot.Status.Detail,
        _ => "",
    };

    /// <summary>The colour of a tile's frame: its state where it matters, quiet otherwise.</summary>
    public static (CellStyle Style, byte Rank) Frame(SlotModel slot, bool focused, Theme theme)
    {
        var kind = slot.Mood.Kind;
        var loud = kind is MoodKind.Needs or MoodKind.Failed or MoodKind.Held;
        return focused
            ? (slot.Scroll is not null ? theme.Needs : loud ? slot.Mood.Style(theme) : theme.BorderFocus, FocusRank)
            : loud ? (slot.Mood.Style(theme), LoudRank) : (kind is MoodKind.Idle or MoodKind.Stopped or MoodKind.Unknown ? theme.Border : slot.Mood.Style(theme), (byte)2);
    }
}
