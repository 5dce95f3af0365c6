using FleetTui.Git.Worktrees;

namespace FleetTui.Daemon.Worktrees;

/// <summary>
/// A mark in a worktree's own git directory: it was made by the fleet and its set-up has not succeeded yet. A worktree that was there before is the user's and is not set up.
/// </summary>
internal static class PendingSetup
{
    public static void Mark(string worktree)
    {
        if (File(worktree) is { } file)
        {
            System.IO.File.WriteAllText(file, "");
        }
    }

    public static bool IsMarked(string worktree) => System.IO.File.Exists(File(worktree));

    public static void Clear(string worktree)
    {
        if (File(worktree) is { } file)
        {
            System.IO.File.Delete(file);
        }
    }

    private static string? File(string worktree) => WorktreeGitDirectory.Of(worktree) is { } directory ? Path.Combine(directory, "fleet-setup-pending") : null;
}
