using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Views;

/// <summary>A tile's header, written into the line above it: who, which role, what it does and since when, its branch and what is wrong.</summary>
public static class HeaderView
{
    public static void Draw(Canvas canvas, SlotModel slot, bool focused, bool cropped, ConsoleModel model)
    {
        var (left, right) = Pieces(slot, focused, cropped, model);
        // Two cells of line stay at each end, so that the header reads as part of the frame.
        var inner = canvas.Part(new Rect(1, 0, Math.Max(0, canvas.Width - 2), 1));
        PieceLine.Draw(inner, left, right, gap: 2);
    }

    private static (List<Piece> Left, List<Piece> Right) Pieces(SlotModel slot, bool focused, bool cropped, ConsoleModel model)
    {
        var theme = model.Theme;
        var status = slot.Status;
        var mood = slot.Mood;
        var name = focused ? theme.Mode : theme.Strong;
        var left = new List<Piece>
        {
            new($" {status.Number} {status.Id} ", name),
            new($" {mood.Glyph(model.Ascii)} {mood.Word}", mood.Style(theme)),
        };
        if (mood.Kind is not (MoodKind.Unknown or MoodKind.Stopped) || status.Attention)
        {
            left.Add(new Piece($" {Age.Short(model.Now - status.Since)}", theme.Dim, 4));
        }

        var detail = Detail(slot);
        if (detail.Length > 0)
        {
            left.Add(new Piece($": {detail}", mood.Style(theme), 5, Shrinks: true));
        }

        left.Add(new Piece(status.Role.Length > 0 ? $"  {status.Role}" : "  no role", status.Role.Length > 0 ? theme.Text : theme.Dim, 3, Shrinks: true));
        left.Add(new Piece($" [{status.Agent}]", theme.Dim, 7));
        left.Add(new Piece(" ", theme.Dim));
        return (left, Right(slot, focused, cropped, model));
    }

    private static List<Piece> Right(SlotModel slot, bool focused, bool cropped, ConsoleModel model)
    {
        var theme = model.Theme;
        var status = slot.Status;
        var right = new List<Piece>();
        if (slot.Scroll is not null)
        {
            right.Add(new Piece(" COPY ", theme.Mode));
        }

        if (slot.Observed)
        {
            right.Add(new Piece(" read-only ", theme.Held, 1));
        }

        if (focused && slot.AltKeysLocked && model.Options.AltKeys)
        {
            right.Add(new Piece(" Alt to shell", theme.Dim, 6));
        }

        if (slot.Marked)
        {
            right.Add(new Piece(" marked ", theme.Accent, 1));
        }

        if (status.Branch.Length > 0)
        {
            right.Add(new Piece($" {status.Branch}", theme.Dim, 8));
        }

        var changes = Changes(status.Ahead, status.Behind, status.Dirty, model.Ascii);
        if (changes.Length > 0)
        {
            right.Add(new Piece($" {changes}", theme.Text, 2));
        }

        if (status.Landing is "waiting" or "ready" or "landing" or "syncing" or "paused")
        {
            right.Add(new Piece($" {(model.Ascii ? ">" : "▸")}{status.Landing}", theme.Done, 6));
        }

        if (cropped)
        {
            right.Add(new Piece(model.Ascii ? " >" : " »", theme.Dim, 2));
        }

        if (right.Count > 0)
        {
            right.Add(new Piece(" ", theme.Dim));
        }

        return right;
    }

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
            ? (slot.Scroll is not null ? theme.Needs : loud ? slot.Mood.Style(theme) : theme.BorderFocus, (byte)9)
            : loud ? (slot.Mood.Style(theme), (byte)5) : (theme.Border, (byte)1);
    }
}
