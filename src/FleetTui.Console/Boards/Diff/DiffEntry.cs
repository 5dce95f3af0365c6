using FleetTui.Api.Status;

namespace FleetTui.Console.Boards.Diff;

/// <summary>A line of the list at the left: a heading, the commits, or a file.</summary>
/// <param name="Key">What is chosen stays chosen by it when all is read again; null for a heading.</param>
internal sealed record DiffEntry(string? Key, string Text, DiffFile? File)
{
    public const string Commits = "commits";

    public static IReadOnlyList<DiffEntry> Of(SlotDiff diff)
    {
        var entries = new List<DiffEntry> { new(Commits, diff.Commits.Count switch { 0 => "no commit", 1 => "1 commit", var count => $"{count} commits" }, null) };
        foreach (var (part, heading) in new[] { ("committed", "IN THE COMMITS"), ("changed", "NOT COMMITTED"), ("untracked", "UNTRACKED") })
        {
            var files = diff.Files.Where(file => file.Part == part).ToList();
            if (files.Count > 0)
            {
                entries.Add(new DiffEntry(null, $"{heading}  {files.Count}", null));
                entries.AddRange(files.Select(file => new DiffEntry($"{part} {file.Path}", file.Path, file)));
            }
        }

        if (diff.FileCount > diff.Files.Count)
        {
            entries.Add(new DiffEntry(null, $"and {diff.FileCount - diff.Files.Count} more", null));
        }

        return entries;
    }
}
