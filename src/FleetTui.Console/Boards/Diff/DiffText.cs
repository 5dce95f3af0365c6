using FleetTui.Api.Status;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Boards.Diff;

/// <summary>A file's difference as rows: what became of the file, whose it is, and its hunks with the changed words underlined.</summary>
internal static class DiffText
{
    private const int TabCells = 4;

    /// <param name="numbers">With line numbers.</param>
    public static IReadOnlyList<PageRow> Of(DiffFile file, int width, bool numbers, ConsoleModel model)
    {
        var theme = model.Theme;
        var rows = new List<PageRow>();
        Head(rows, file, width, model);
        if (file.Hunks.Count == 0)
        {
            rows.Add(Plain(Without(file), theme.Dim));
        }

        var style = LineEnd.Of(file);
        if (style.Note.Length > 0)
        {
            rows.Add(Plain(style.Note, theme.Dim));
        }

        foreach (var hunk in file.Hunks)
        {
            rows.Add(new PageRow("", [new Piece($"@@ -{hunk.OldStart},{hunk.OldLines} +{hunk.NewStart},{hunk.NewLines} @@ ", theme.Accent), new Piece(Visible.Of(hunk.Heading), theme.Dim)], BeginsHunk: true));
            Hunk(rows, hunk, numbers, style, model);
        }

        if (file.IsCut)
        {
            rows.Add(Plain("there is more: + reads all of this file", theme.Needs));
        }

        return rows;
    }

    private static void Head(List<PageRow> rows, DiffFile file, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        var arrow = model.Ascii ? "->" : "→";
        var name = file.OldPath is { } old ? $"{Visible.Of(old)} {arrow} {Visible.Of(file.Path)}" : Visible.Of(file.Path);
        rows.AddRange(WordWrap.Lines(name, width).Select(line => Plain(line, theme.Strong)));
        var mode = file.OldMode != file.NewMode && file.Change is not ("added" or "deleted") ? $", mode {file.OldMode} {arrow} {file.NewMode}" : "";
        rows.Add(new PageRow("",
        [
            new Piece($"{file.Part}, {file.Change}{mode}  ", theme.Dim),
            new Piece($"+{file.Added} ", theme.Working),
            new Piece($"-{file.Deleted}", theme.Failed),
        ]));
        if (file.Violation.Length > 0)
        {
            rows.AddRange(WordWrap.Lines($"{(model.Ascii ? "x" : "✗")} outside its domain: {Visible.Of(file.Violation)}", width).Select(line => Plain(line, theme.Failed)));
        }
    }

    private static string Without(DiffFile file) => file.Kind switch
    {
        "binary" => "binary, or too large to be shown as text",
        "submodule" => "a repository of its own",
        _ when file.Change == "unmerged" => "not merged: both sides changed it",
        _ when file.OldMode != file.NewMode && file.Change is "modified" or "type" => "only its mode changed",
        _ when file.Change is "renamed" or "copied" => "its text is the same",
        _ => "no text",
    };

    /// <summary>Lines of the block that was taken out are compared with those of the block that came, one by one.</summary>
    private static void Hunk(List<PageRow> rows, DiffHunk hunk, bool numbers, LineEnd end, ConsoleModel model)
    {
        var (old, now) = (hunk.OldStart, hunk.NewStart);
        for (var at = 0; at < hunk.Lines.Count;)
        {
            var removed = Run(hunk.Lines, at, '-');
            var added = Run(hunk.Lines, at + removed, '+');
            if (removed + added == 0)
            {
                var line = hunk.Lines[at++];
                var isText = line[0] != '\\';
                rows.Add(Row(line, [], numbers, isText ? old++ : null, isText ? now++ : null, end, model));
                continue;
            }

            var changes = Enumerable.Range(0, Math.Min(removed, added)).Select(i => WordChanges.Of(Text(hunk.Lines[at + i], end), Text(hunk.Lines[at + removed + i], end))).ToList();
            for (var i = 0; i < removed; i++)
            {
                rows.Add(Row(hunk.Lines[at + i], i < changes.Count ? changes[i].Old : [], numbers, old++, null, end, model));
            }

            for (var i = 0; i < added; i++)
            {
                rows.Add(Row(hunk.Lines[at + removed + i], i < changes.Count ? changes[i].New : [], numbers, null, now++, end, model));
            }

            at += removed + added;
        }
    }

    private static int Run(IReadOnlyList<string> lines, int from, char kind)
    {
        var at = from;
        while (at < lines.Count && lines[at][0] == kind)
        {
            at++;
        }

        return at - from;
    }

    private static string Text(string line, LineEnd end) => end.Hidden && line.EndsWith('\r') ? line[1..^1] : line[1..];

    private static PageRow Row(string line, IReadOnlyList<(int From, int To)> changed, bool numbers, int? old, int? now, LineEnd end, ConsoleModel model)
    {
        var theme = model.Theme;
        var style = line[0] switch { '+' => theme.Working, '-' => theme.Failed with { Attributes = 0 }, '\\' => theme.Dim, _ => theme.Text };
        var text = Text(line, end);
        var pieces = new List<Piece> { new(line[0].ToString(), style) };
        var (at, cells) = (0, 0);
        foreach (var (from, to) in changed)
        {
            Add(pieces, text[at..from], style, ref cells);
            Add(pieces, text[from..to], style with { Attributes = style.Attributes | CellAttributes.Bold, Underline = UnderlineStyle.Single }, ref cells);
            at = to;
        }

        Add(pieces, text[at..], style, ref cells);
        return new PageRow(numbers ? $"{old,5} {now,5} " : "", pieces);
    }

    private static void Add(List<Piece> pieces, string text, CellStyle style, ref int cells)
    {
        if (text.Length == 0)
        {
            return;
        }

        var shown = new System.Text.StringBuilder(text.Length);
        foreach (var part in text.Split('\t').Select(Visible.Of).Select((part, index) => (part, index)))
        {
            if (part.index > 0)
            {
                var blanks = TabCells - (cells % TabCells);
                shown.Append(' ', blanks);
                cells += blanks;
            }

            shown.Append(part.part);
            cells += TextWidth.Of(part.part);
        }

        pieces.Add(new Piece(shown.ToString(), style));
    }

    private static PageRow Plain(string text, CellStyle style) => new("", [new Piece(text, style)]);
}
