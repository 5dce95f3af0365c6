using FleetTui.Console.Compositing;
using FleetTui.Console.Outer.Output;
using FleetTui.Terminal;
using FleetTui.Terminal.Cells;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Console.Tests.Frames;

public sealed class FrameWriterSpecs
{
    private const int Columns = 24;
    private const int Rows = 6;

    private static readonly string[] Texts = [" ", " ", " ", "a", "b", "Z", "é", "│", "●", "✗", "世", "界", "👍", "e\u0301", "👩\u200D💻", "❤\uFE0F"];

    private static readonly Gen<CellStyle> Styles =
        from foreground in Gen.Elements(Color.Default, Color.Default, Color.Indexed(3), Color.Indexed(200), Color.Rgb(1, 2, 3))
        from background in Gen.Elements(Color.Default, Color.Default, Color.Indexed(12), Color.Rgb(9, 8, 7))
        from attributes in Gen.Elements(CellAttributes.None, CellAttributes.None, CellAttributes.Bold, CellAttributes.Dim, CellAttributes.Bold | CellAttributes.Inverse, CellAttributes.Italic | CellAttributes.Strike, CellAttributes.Overline)
        from underline in Gen.Elements(UnderlineStyle.None, UnderlineStyle.None, UnderlineStyle.Single, UnderlineStyle.Curly)
        from link in Gen.Elements<ushort>(0, 0, 0, 1, 2)
        select new CellStyle(foreground, background, Color.Default, attributes, underline, link);

    private static readonly Gen<List<(int X, int Y, string Text, CellStyle Style)>> Strokes =
        (from x in Gen.Choose(0, Columns - 1)
         from y in Gen.Choose(0, Rows - 1)
         from texts in Gen.Elements(Texts).ListOf()
         from style in Styles
         select (x, y, string.Concat(texts), style)).ListOf().Select(list => list.ToList());

    [Fact]
    public void What_the_terminal_shows_after_any_frames_is_the_last_one()
    {
        var cases =
            from frames in Strokes.ListOf()
            from synchronize in Gen.Elements(true, false)
            from cursors in Gen.Choose(0, (Columns * Rows) - 1).ListOf()
            select (frames, synchronize, cursors);
        Prop.ForAll(cases.ToArbitrary(), item => Replay([.. item.frames], item.synchronize, [.. item.cursors])).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Rows_that_only_moved_are_moved_by_the_terminal()
    {
        var writer = new FrameWriter(ColorDepth.TrueColor, true, links: true);
        var terminal = new VirtualTerminal(Columns, Rows, new TerminalOptions(), new SilentEffects());
        var buffer = new CellBuffer(Columns, Rows);
        var bytes = new ByteWriter();
        foreach (var (first, most) in new[] { (10, int.MaxValue), (11, 60), (13, 90), (12, 60), (9, 150) })
        {
            for (var y = 0; y < Rows - 1; y++)
            {
                buffer.Blank(0, y, Columns);
                new Canvas(buffer, new Rect(0, 0, Columns, Rows)).Text(0, y, $"line {first + y} is coloured", CellStyle.Default with { Foreground = Color.Indexed((byte)(first + y)) });
            }

            new Canvas(buffer, new Rect(0, 0, Columns, Rows)).Text(0, Rows - 1, "this one stands still", CellStyle.Default);
            bytes.Clear();
            writer.Write(buffer, null, bytes);
            terminal.Feed(bytes.Written.Span);
            Assert.True(Shows(terminal, buffer), $"after {first}");
            Assert.InRange(bytes.Length, 1, most);
        }
    }

    [Fact]
    public void Rows_of_one_pane_beside_another_are_moved_where_the_terminal_knows_margins_at_the_sides()
    {
        var writer = new FrameWriter(ColorDepth.TrueColor, true, links: true) { Margins = true };
        var terminal = new VirtualTerminal(200, 20, new TerminalOptions(), new SilentEffects());
        var buffer = new CellBuffer(200, 20);
        var right = new Rect(101, 1, 99, 18);
        writer.Areas.Add(right);
        var bytes = new ByteWriter();
        for (var frame = 0; frame < 5; frame++)
        {
            buffer.MoveRows(right, 1);
            new Canvas(buffer, right).Text(0, 17, $"line {frame} that comes in below all the others", CellStyle.Default);
            for (var y = 0; frame == 0 && y < 20; y++) new Canvas(buffer, new Rect(0, 0, 200, 20)).Text(0, y, $"pane {y} at the left that stands still" + new string('.', 20) + (y > 0 && y < 19 ? new string(' ', 60) + $"old line {y}" : ""), CellStyle.Default);
            bytes.Clear();
            writer.Write(buffer, null, bytes);
            terminal.Feed(bytes.Written.Span);
            Assert.True(Shows(terminal, buffer), $"frame {frame}");
            Assert.True(frame == 0 || bytes.Length < 130, $"{bytes.Length} bytes in frame {frame}");
        }
    }

    [Fact]
    public void Any_mix_of_moves_and_changes_ends_with_the_last_frame()
    {
        var cases = from moves in Gen.Choose(-3, 3).ListOf() from strokes in Strokes.ListOf() from synchronize in Gen.Elements(true, false) select (moves, strokes, synchronize);
        Prop.ForAll(cases.ToArbitrary(), item => Move([.. item.moves], [.. item.strokes], item.synchronize)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Where_updates_cannot_be_synchronized_no_cursor_runs_over_what_is_painted()
    {
        var writer = new FrameWriter(ColorDepth.TrueColor, true, links: true);
        var frame = new CellBuffer(80, 24);
        var bytes = new ByteWriter();
        var cursor = new FrameCursor(3, 3, CursorShape.Default, true);
        writer.Write(frame, cursor, bytes);
        bytes.Clear();
        for (var y = 0; y < 24; y++) new Canvas(frame, new Rect(0, 0, 80, 24)).Text(0, y, $"line {y} of another screen", CellStyle.Default);
        writer.Write(frame, cursor, bytes);
        var text = System.Text.Encoding.ASCII.GetString(bytes.Written.Span);
        Assert.StartsWith("\e[?25l", text, StringComparison.Ordinal);
        Assert.EndsWith("\e[?25h", text, StringComparison.Ordinal);
        bytes.Clear();
        frame.Put(3, 3, new Cell("x", 1, CellStyle.Default));
        writer.Write(frame, cursor, bytes);
        Assert.DoesNotContain("?25", System.Text.Encoding.ASCII.GetString(bytes.Written.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_stretch_that_becomes_blank_is_erased_and_not_printed()
    {
        var writer = new FrameWriter(ColorDepth.TrueColor, true, links: true);
        var frame = new CellBuffer(120, 2);
        var bytes = new ByteWriter();
        new Canvas(frame, new Rect(0, 0, 120, 2)).Text(0, 0, new string('x', 100) + "│", CellStyle.Default);
        writer.Write(frame, null, bytes);
        bytes.Clear();
        frame.Blank(5, 0, 95);
        writer.Write(frame, null, bytes);
        Assert.InRange(bytes.Length, 1, 16);
        Assert.EndsWith("\e[95X", System.Text.Encoding.ASCII.GetString(bytes.Written.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_sent_when_nothing_changed()
    {
        var writer = new FrameWriter(ColorDepth.TrueColor, true, links: true);
        var frame = new CellBuffer(80, 24);
        var bytes = new ByteWriter();
        Assert.True(writer.Write(frame, null, bytes));
        bytes.Clear();
        Assert.False(writer.Write(frame, null, bytes));
        Assert.Equal(0, bytes.Length);
    }

    [Fact]
    public void A_spinners_frame_is_its_cell_alone_and_only_large_frames_are_wrapped()
    {
        var writer = new FrameWriter(ColorDepth.TrueColor, true, links: true) { Synchronize = true };
        var frame = new CellBuffer(200, 50);
        var bytes = new ByteWriter();
        writer.Write(frame, null, bytes);
        foreach (var (sign, color) in (ReadOnlySpan<(string, int)>)[("|", 1), ("/", 2), ("-", 3)])
        {
            bytes.Clear();
            frame.Put(120, 40, new Cell(sign, 1, CellStyle.Default with { Foreground = Color.Indexed((byte)color) }));
            writer.Write(frame, null, bytes);
            var text = System.Text.Encoding.ASCII.GetString(bytes.Written.Span);
            Assert.DoesNotContain("2026", text, StringComparison.Ordinal);
            Assert.InRange(bytes.Length, 1, 30);
        }

        bytes.Clear();
        for (var y = 0; y < 50; y++) new Canvas(frame, new Rect(0, 0, 200, 50)).Text(0, y, $"line {y} of another screen", CellStyle.Default);
        writer.Write(frame, null, bytes);
        var whole = System.Text.Encoding.ASCII.GetString(bytes.Written.Span);
        Assert.StartsWith("\e[?2026h", whole, StringComparison.Ordinal);
        Assert.EndsWith("\e[?2026l", whole, StringComparison.Ordinal);
    }

    [Fact]
    public void One_typed_character_costs_a_few_bytes()
    {
        var writer = new FrameWriter(ColorDepth.TrueColor, true, links: true);
        var frame = new CellBuffer(200, 50);
        var bytes = new ByteWriter();
        writer.Write(frame, new FrameCursor(10, 10, CursorShape.Default, true), bytes);
        bytes.Clear();
        frame.Put(10, 10, new Cell("x", 1, CellStyle.Default));
        writer.Write(frame, new FrameCursor(11, 10, CursorShape.Default, true), bytes);
        Assert.Equal("x"u8, bytes.Written.Span);
    }

    [Fact]
    public void Without_colours_no_colour_is_sent()
    {
        var writer = new FrameWriter(ColorDepth.None, false, links: true);
        var frame = new CellBuffer(10, 1);
        frame.Put(0, 0, new Cell("x", 1, new CellStyle(Color.Rgb(1, 2, 3), Color.Indexed(4), Color.Default, CellAttributes.Bold, UnderlineStyle.None, 0)));
        var bytes = new ByteWriter();
        writer.Write(frame, null, bytes);
        var text = System.Text.Encoding.UTF8.GetString(bytes.Written.Span);
        Assert.Contains("\e[1mx", text, StringComparison.Ordinal);
        Assert.DoesNotContain("38;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("44", text, StringComparison.Ordinal);
    }

    private static bool Replay(List<List<(int X, int Y, string Text, CellStyle Style)>> frames, bool synchronize, List<int> cursors)
    {
        var terminal = new VirtualTerminal(Columns, Rows, new TerminalOptions(), new SilentEffects());
        var writer = new FrameWriter(ColorDepth.TrueColor, true, links: true) { Synchronize = synchronize };
        var buffer = new CellBuffer(Columns, Rows);
        var bytes = new ByteWriter();
        buffer.Links.IdOf("https://example.org/one");
        buffer.Links.IdOf("file:///two");
        for (var i = 0; i < frames.Count; i++)
        {
            foreach (var (x, y, text, style) in frames[i])
            {
                new Canvas(buffer, new Rect(0, 0, Columns, Rows)).Text(x, y, text, style);
            }

            FrameCursor? cursor = i < cursors.Count ? new FrameCursor(cursors[i] % Columns, cursors[i] / Columns, CursorShape.Bar, false) : null;
            bytes.Clear();
            writer.Write(buffer, cursor, bytes);
            terminal.Feed(bytes.Written.Span);
            if (!Shows(terminal, buffer) || terminal.Cursor.Visible != cursor.HasValue || (cursor is { } wanted && (terminal.Cursor.X, terminal.Cursor.Y) != (wanted.X, wanted.Y)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Some rows of a frame move up or down before it is painted on; what comes in is left as it was.</summary>
    private static bool Move(List<int> moves, List<List<(int X, int Y, string Text, CellStyle Style)>> strokes, bool synchronize)
    {
        var terminal = new VirtualTerminal(Columns, Rows, new TerminalOptions(), new SilentEffects());
        var writer = new FrameWriter(ColorDepth.TrueColor, true, links: true) { Synchronize = synchronize };
        var buffer = new CellBuffer(Columns, Rows);
        var bytes = new ByteWriter();
        var canvas = new Canvas(buffer, new Rect(0, 0, Columns, Rows));
        var side = new Rect(0, 0, 20, Rows);
        writer.Margins = true;
        writer.Areas.Add(side);
        for (var y = 0; y < Rows; y++)
        {
            canvas.Text(0, y, $"row {y} 世界 of the first", CellStyle.Default with { Background = Color.Indexed((byte)y) });
        }

        for (var i = 0; i <= moves.Count; i++)
        {
            bytes.Clear();
            writer.Write(buffer, i % 2 == 0 ? null : new FrameCursor(i % Columns, i % Rows, CursorShape.Bar, false), bytes);
            terminal.Feed(bytes.Written.Span);
            if (!Shows(terminal, buffer))
            {
                return false;
            }

            if (i < moves.Count && moves[i] != 0)
            {
                for (var y = 0; y < Rows; y++)
                {
                    canvas.Text(side.Right - 1, y, "..", CellStyle.Default);
                }

                buffer.MoveRows(i % 4 == 3 ? side : new Rect(0, i % 2, Columns, Rows - (i % 2) - (i % 3)), Math.Clamp(moves[i], -2, 2));
            }

            foreach (var (x, y, text, style) in i < strokes.Count ? strokes[i].Take(3) : [])
            {
                canvas.Text(x, y, text, style);
            }
        }

        return true;
    }

    private static bool Shows(VirtualTerminal terminal, CellBuffer buffer)
    {
        var cells = new Cell[buffer.Width];
        for (var y = 0; y < buffer.Height; y++)
        {
            terminal.CopyLine(terminal.FirstScreenLine + y, cells);
            for (var x = 0; x < buffer.Width; x++)
            {
                if (cells[x].Text != buffer[x, y].Text || cells[x].Width != buffer[x, y].Width || (cells[x].Width > 0 && !SameStyle(terminal, cells[x].Style, buffer, buffer[x, y].Style)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool SameStyle(VirtualTerminal terminal, CellStyle seen, CellBuffer buffer, CellStyle wanted) =>
        seen with { Link = 0 } == wanted with { Link = 0 } && (terminal.LinkUri(seen.Link) ?? "") == buffer.Links.UriOf(wanted.Link);
}
