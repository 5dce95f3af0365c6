using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Boards.Diff;

/// <summary>The list of a difference: what became of each file, its lines, and a cross where it is not the slot's to change.</summary>
internal static class FileList
{
    public static void Draw(Canvas canvas, IReadOnlyList<DiffEntry> entries, int chosen, int top, ConsoleModel model)
    {
        for (var y = 0; y < canvas.Height && top + y < entries.Count; y++)
        {
            Row(canvas.Part(new Rect(0, y, canvas.Width, 1)), entries[top + y], top + y == chosen, model);
        }
    }

    private static void Row(Canvas line, DiffEntry entry, bool isChosen, ConsoleModel model)
    {
        var theme = model.Theme;
        var ground = isChosen ? theme.Selected : theme.Text;
        if (isChosen)
        {
            line.Fill(ground);
        }

        if (entry.File is not { } file)
        {
            line.TextFit(0, 0, entry.Text, entry.Key is null ? theme.Accent : ground, line.Width);
            return;
        }

        var bad = file.Violation.Length > 0;
        var letter = file.Change switch { "added" => file.Part == "untracked" ? "?" : "A", "deleted" => "D", "renamed" => "R", "copied" => "C", "type" => "T", "unmerged" => "U", _ => "M" };
        var counts = file.Kind == "text" ? (Added: file.Added > 0 ? $" +{file.Added}" : "", Deleted: file.Deleted > 0 ? $" -{file.Deleted}" : "") : (Added: $" {file.Kind}", Deleted: "");
        var room = line.Width - 4 - counts.Added.Length - counts.Deleted.Length;
        var x = line.Text(0, 0, bad ? (model.Ascii ? "x" : "✗") : " ", theme.Failed.On(ground));
        x = line.Text(x, 0, $"{letter} ", (letter == "D" ? theme.Failed : letter is "U" ? theme.Needs : theme.Dim).On(ground));
        line.Text(x, 0, Tail(Visible.Of(file.Path), room, model), bad ? theme.Failed.On(ground) : ground);
        x = line.Text(line.Width - counts.Added.Length - counts.Deleted.Length, 0, counts.Added, (file.Kind == "text" ? theme.Working : theme.Dim).On(ground));
        line.Text(x, 0, counts.Deleted, theme.Failed.On(ground));
    }

    /// <summary>A path is known by its end.</summary>
    private static string Tail(string path, int cells, ConsoleModel model)
    {
        if (cells <= 0 || TextWidth.Of(path) <= cells)
        {
            return cells <= 0 ? "" : path;
        }

        var from = 0;
        while (from < path.Length && TextWidth.Of(path.AsSpan(from)) > cells - 1)
        {
            from += TextWidth.Next(path.AsSpan(from), out _);
        }

        return (model.Ascii ? "." : "…") + path[from..];
    }
}
