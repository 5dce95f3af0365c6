namespace FleetTui.Git.Worktrees;

/// <summary>Finds a worktree's own git directory without starting git.</summary>
public static class WorktreeGitDirectory
{
    /// <summary><c>.git</c> itself in the main worktree, <c>.git/worktrees/NAME</c> of a linked one; null when there is none.</summary>
    public static string? Of(string worktree)
    {
        var git = Path.Combine(worktree, ".git");
        if (Directory.Exists(git))
            return git;
        try
        {
            var text = File.ReadAllText(git).TrimEnd('\n', '\r');
            const string Key = "gitdir: ";
            if (!text.StartsWith(Key, StringComparison.Ordinal))
                return null;
            var directory = Path.GetFullPath(text[Key.Length..], worktree);
            return Directory.Exists(directory) ? directory : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
