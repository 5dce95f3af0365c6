using System.Text;
using FleetTui.Terminal.Cells;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Terminal.Tests.Properties;

/// <summary>Whatever sizes a window goes through, its text is the same lines, and the next character goes where it would have gone.</summary>
public sealed class ReflowProperties
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(Soak.Tests).WithEndSize(40);

    // No blanks: one at the end of a row cannot be told from the gap before a wide character.
    private static readonly string[] Words =
        ["a", "word", "0123456789", "\e[31mred\e[m", "日本語", "e\u0301", "👨‍👩‍👧", "\e]8;;http://a/\alink\e]8;;\a", "\e[44mbg\e[m", "\r\n", "\r\n\r\n", "x日"];

    private static readonly Arbitrary<string> Text =
        Gen.Choose(0, Words.Length - 1).Select(i => Words[i]).ArrayOf().Select(string.Concat).ToArbitrary();

    private static readonly Arbitrary<(int Columns, int Rows)[]> Sizes =
        Gen.Zip(Gen.Choose(2, 30), Gen.Choose(1, 12)).Select(s => (Columns: s.Item1, Rows: s.Item2)).ArrayOf().ToArbitrary();

    [Fact]
    public void Text_styles_and_links_outlive_any_sizes()
    {
        Prop.ForAll(Text, Sizes, (text, sizes) =>
        {
            var (resized, plain) = (Filled(text), Filled(text));
            foreach (var (columns, rows) in sizes)
                resized.Terminal.Resize(columns, rows);
            resized.Feed("Z");
            plain.Feed("Z");
            return Lines(resized.Terminal) == Lines(plain.Terminal) && Soundness.Fault(resized.Terminal) is null;
        }).Check(Quick);
    }

    [Fact]
    public void A_window_as_wide_as_before_wraps_as_before()
    {
        Prop.ForAll(Text, Sizes, (text, sizes) =>
        {
            var (resized, plain) = (Filled(text), Filled(text));
            foreach (var (columns, rows) in sizes)
                resized.Terminal.Resize(columns, rows);
            resized.Terminal.Resize(12, 5);
            return AllText(resized) == AllText(plain);
        }).Check(Quick);
    }

    [Fact]
    public void The_alternate_screen_keeps_the_rows_and_columns_that_fit()
    {
        Prop.ForAll(EscapeSoup.Output, Sizes, (bytes, sizes) =>
        {
            var screen = new Screenful(12, 5);
            screen.Feed("\e[?1049h");
            screen.Terminal.Feed(bytes);
            if (!screen.Terminal.Modes.AlternateScreen)
                return true;
            var lines = screen.Terminal.FirstScreenLine - screen.Terminal.FirstLine;
            foreach (var (columns, rows) in sizes)
                screen.Terminal.Resize(Math.Max(columns, 12), Math.Max(rows, 5));
            screen.Terminal.Feed("\e[?6l\e[r\e[99H\n\n\n"u8);
            return screen.Terminal.FirstScreenLine - screen.Terminal.FirstLine <= Math.Max(lines, 5) && Soundness.Fault(screen.Terminal) is null;
        }).Check(Quick);
    }

    private static Screenful Filled(string text) => new Screenful(12, 5, 100_000).Feed(text);

    private static string AllText(Screenful screen) => (screen.Scrollback + "/" + screen.Text).Trim('/');

    /// <summary>Every logical line with the style and link of each character.</summary>
    private static string Lines(VirtualTerminal terminal)
    {
        var text = new StringBuilder();
        var cells = new Cell[terminal.Columns];
        for (var line = terminal.FirstLine; line < terminal.FirstScreenLine + terminal.Rows; line++)
        {
            var wrapped = terminal.CopyLine(line, cells);
            foreach (var cell in cells.Where(c => c.Width > 0 && c.Text != " "))
                text.Append(cell.Text).Append(cell.Style with { Link = 0 }).Append(terminal.LinkUri(cell.Style.Link));
            if (!wrapped)
                text.Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
