namespace FleetTui.Git.Worktrees;

/// <summary>Reads <c>git worktree list --porcelain -z</c> (git-worktree(1), "Porcelain format").</summary>
public static class WorktreeListParser
{
    /// <summary>The main worktree comes first. Unknown attributes are skipped, as the format asks.</summary>
    public static IReadOnlyList<WorktreeEntry> Parse(string text)
    {
        var entries = new List<WorktreeEntry>();
        WorktreeEntry? current = null;
        foreach (var line in text.Split('\0'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (key, value) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..]);
            if (key == "worktree")
            {
                Finish();
                current = new WorktreeEntry(value, null, null, false, null, null);
            }

            current = key switch
            {
                "HEAD" => current! with { Head = value },
                "branch" => current! with { Branch = value.StartsWith("refs/heads/", StringComparison.Ordinal) ? value["refs/heads/".Length..] : value },
                "bare" => current! with { IsBare = true },
                "locked" => current! with { Locked = value },
                "prunable" => current! with { Prunable = value },
                _ => current,
            };
        }

        Finish();
        return entries;

        void Finish()
        {
            if (current is not null)
                entries.Add(current);
        }
    }
}
