using FleetTui.Api.Status;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Boards.Diff;

/// <summary>The commits that have not landed, oldest first, and what the whole adds up to.</summary>
internal static class CommitText
{
    private const int IdCells = 8;

    public static IReadOnlyList<PageRow> Of(SlotDiff diff, int width, ConsoleModel model)
    {
        var theme = model.Theme;
        var rows = new List<PageRow>();
        if (diff.Note.Length > 0)
        {
            rows.AddRange(WordWrap.Lines(diff.Note, width).Select(line => Line(new Piece(line, theme.Needs))));
        }

        if (diff.Commits.Count == 0)
        {
            rows.Add(Line(new Piece($"Everything of {diff.Slot} that is committed is on {diff.Target}.", theme.Done)));
        }

        foreach (var commit in diff.Commits)
        {
            rows.Add(Line(
                new Piece($"{commit.Id[..Math.Min(IdCells, commit.Id.Length)]} ", theme.Dim),
                new Piece(TextWidth.Fit(Visible.Of(commit.Subject), Math.Max(10, width - IdCells - 8)), theme.Text),
                new Piece($"  {Age.Short(model.Now - commit.At)}", theme.Dim)));
            if (commit.Override.Length > 0)
            {
                rows.Add(Line(new Piece($"         overrides its domain: {Visible.Of(commit.Override)}", theme.Needs)));
            }
        }

        rows.Add(Line());
        rows.Add(Total("in the commits", diff.Files.Where(file => file.Part == "committed"), theme));
        rows.Add(Total("not committed", diff.Files.Where(file => file.Part == "changed"), theme));
        rows.Add(Total("untracked", diff.Files.Where(file => file.Part == "untracked"), theme));
        foreach (var file in diff.Files.Where(file => file.Violation.Length > 0))
        {
            rows.AddRange(WordWrap.Lines($"{(model.Ascii ? "x" : "✗")} {Visible.Of(file.Violation)}", width).Select(line => Line(new Piece(line, theme.Failed))));
        }

        return rows;
    }

    private static PageRow Total(string what, IEnumerable<DiffFile> files, Theme theme)
    {
        var all = files.ToList();
        return Line(
            new Piece($"{what,-15} {all.Count,4} file{(all.Count == 1 ? " " : "s")}  ", theme.Text),
            new Piece($"+{all.Sum(file => file.Added)} ", theme.Working),
            new Piece($"-{all.Sum(file => file.Deleted)}", theme.Failed));
    }

    private static PageRow Line(params Piece[] pieces) => new("", pieces);
}
