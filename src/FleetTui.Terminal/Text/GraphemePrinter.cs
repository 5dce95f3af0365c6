using FleetTui.Terminal.Screens;

namespace FleetTui.Terminal.Text;

/// <summary>
/// Turns code points into clusters on the screen (UAX #29 as terminals apply it, UTS #51 for emoji).
/// A cluster may grow after it was printed: the cell is rewritten, and widened or narrowed by VS16 and VS15.
/// </summary>
internal sealed class GraphemePrinter(Screen screen, Printer printer)
{
    private const uint TextSelector = 0xFE0E;
    private const uint EmojiSelector = 0xFE0F;

    /// <summary>How the last code point joins to the next; none after any control.</summary>
    public JoinClass Last { get; set; }

    /// <summary>The cluster before is a pictograph (and marks), so that ZWJ and a second one may follow.</summary>
    public bool AfterPictograph { get; set; }

    /// <summary>Nothing printed before joins with what comes next, except marks.</summary>
    public void Break()
    {
        Last = JoinClass.None;
        AfterPictograph = false;
    }

    public void Print(uint codePoint)
    {
        var traits = UnicodeTable.Of(codePoint);
        if (traits.Join != JoinClass.None || traits.IsPictographic)
        {
            if (Joins(codePoint, traits))
                return;
        }
        else if (traits.Width == 0)
        {
            return;
        }

        if (!screen.Cursor.Charsets.IsPlain)
            screen.Cursor.Charsets.Single = 0;
        printer.Glyph(codePoint, traits.Width == 0 ? 1 : traits.Width);
        Last = traits.Join;
        AfterPictograph = traits.IsPictographic;
    }

    /// <summary>True when the code point went into the cell before (or was dropped for want of one).</summary>
    private bool Joins(uint codePoint, CodePointTraits traits)
    {
        var last = Last;
        switch (traits.Join)
        {
            case JoinClass.Extend:
            case JoinClass.Zwj:
                Attach(codePoint, traits);
                Last = traits.Join;
                return true;
            case JoinClass.SpacingMark when HasRoomBeside() && Attach(codePoint, traits, 2):
                Last = JoinClass.SpacingMark;
                return true;
            case JoinClass.RegionalIndicator when last == JoinClass.RegionalIndicator && Attach(codePoint, traits, 2):
                Last = JoinClass.None;
                return true;
            case JoinClass.EmojiModifier when AfterPictograph && last != JoinClass.Zwj && Attach(codePoint, traits, 2):
                Last = JoinClass.Extend;
                return true;
            case JoinClass.HangulL or JoinClass.HangulLV or JoinClass.HangulLVT when last == JoinClass.HangulL && Attach(codePoint, traits):
                Last = traits.Join;
                return true;
            case JoinClass.HangulV or JoinClass.HangulT:
                Attach(codePoint, traits);
                Last = traits.Join;
                return true;
            default:
                break;
        }

        if (!traits.IsPictographic || last != JoinClass.Zwj || !AfterPictograph || !Attach(codePoint, traits, 2))
            return false;
        Last = JoinClass.None;
        return true;
    }

    /// <summary>The cell before is narrow and not the last of its row: a spacing mark makes it two columns. Otherwise the mark stands alone.</summary>
    private bool HasRoomBeside()
    {
        ref var cursor = ref screen.Cursor;
        return !cursor.PendingWrap && cursor.X > 0 && !screen.Row[cursor.X - 1].IsTail;
    }

    private bool Attach(uint codePoint, CodePointTraits traits, int width = 0)
    {
        ref var cursor = ref screen.Cursor;
        var row = screen.Row;
        var x = cursor.PendingWrap ? cursor.X : cursor.X - 1;
        if (x < 0)
            return false;
        if (row[x].IsTail && x > 0)
            x--;
        var value = row[x].Glyph & Glyphs.ValueMask;
        if (value == 0)
            return false;
        if (screen.Tables.Clusters.IsFull)
        {
            screen.Compact();
            value = row[x].Glyph & Glyphs.ValueMask;
        }

        if (codePoint is EmojiSelector or TextSelector && (value & Glyphs.Cluster) == 0 && UnicodeTable.Of(value).IsEmoji)
            width = codePoint == EmojiSelector ? 2 : 1;
        var joined = screen.Tables.Clusters.Append(value, codePoint);
        row[x].Glyph = (row[x].Glyph & Glyphs.PartMask) | joined;
        row.Dirty = true;
        printer.LastGlyph = row[x].Glyph & (Glyphs.ValueMask | Glyphs.Wide);
        if (width == 2 && !row[x].IsWide)
            Widen(x, joined);
        else if (width == 1 && row[x].IsWide)
            Narrow(x, joined);
        _ = traits;
        return true;
    }

    /// <summary>A narrow cell becomes wide: into the next column, or onto the next row when there is none.</summary>
    private void Widen(int x, uint glyph)
    {
        ref var cursor = ref screen.Cursor;
        var row = screen.Row;
        var right = x <= screen.Margins.Right ? screen.Margins.Right : screen.Columns - 1;
        if (x < right)
        {
            if (screen.Modes.Insert)
                LineEditor.Shift(row, x + 1, right + 1, -1, 0);
            row.CutWide(x + 1, x + 2);
            var style = row[x].Style;
            row[x].Glyph = glyph | Glyphs.Wide;
            row[x + 1] = new ScreenCell(Glyphs.Tail, style);
            row.Touch(x + 2);
            cursor.X = x + 2;
            if (cursor.X > right)
            {
                cursor.X = right;
                cursor.PendingWrap = true;
                row.Wrapped = false;
            }

            printer.LastGlyph = glyph | Glyphs.Wide;
        }
        else if (screen.Modes.AutoWrap && right - screen.LeftLimit >= 1)
        {
            row[x] = new ScreenCell(Glyphs.Gap, screen.EraseStyle);
            cursor.X = x;
            cursor.PendingWrap = true;
            printer.Glyph(glyph, 2);
        }
    }

    private void Narrow(int x, uint glyph)
    {
        ref var cursor = ref screen.Cursor;
        var row = screen.Row;
        row[x].Glyph = glyph;
        row[x + 1] = new ScreenCell(0, row[x].Style);
        cursor.X = x + 1;
        cursor.PendingWrap = false;
        printer.LastGlyph = glyph;
    }
}
