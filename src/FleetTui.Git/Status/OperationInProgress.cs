namespace FleetTui.Git.Status;

/// <summary>What an agent or a person has begun in a worktree and not finished, read from the marks git leaves in its git directory.</summary>
/// <param name="Operation">rebase, am, merge, cherry-pick, revert, sequence or bisect; null: nothing.</param>
/// <param name="IndexLocked">Whether <c>index.lock</c> is there: some git is writing this very moment, or one died.</param>
/// <param name="Branch">The branch a rebase is working on (HEAD is detached meanwhile); null otherwise.</param>
public sealed record OperationInProgress(string? Operation, bool IndexLocked, string? Branch)
{
    private static readonly (string Mark, string Operation)[] Marks =
    [
        ("rebase-merge", "rebase"),
        ("rebase-apply", "rebase"),
        ("MERGE_HEAD", "merge"),
        ("CHERRY_PICK_HEAD", "cherry-pick"),
        ("REVERT_HEAD", "revert"),
        ("sequencer", "cherry-pick"),
        ("BISECT_LOG", "bisect"),
    ];

    public bool IsQuiet => Operation is null && !IndexLocked;

    /// <param name="gitDirectory">The worktree's own, not the common one.</param>
    public static OperationInProgress Read(string gitDirectory)
    {
        var operation = Marks.FirstOrDefault(m => Path.Exists(Path.Combine(gitDirectory, m.Mark))).Operation;
        return new OperationInProgress(operation, File.Exists(Path.Combine(gitDirectory, "index.lock")), RebasedBranch(gitDirectory));
    }

    private static string? RebasedBranch(string gitDirectory)
    {
        foreach (var place in new[] { "rebase-merge", "rebase-apply" })
        {
            try
            {
                var name = File.ReadAllText(Path.Combine(gitDirectory, place, "head-name")).Trim();
                return name.StartsWith("refs/heads/", StringComparison.Ordinal) ? name["refs/heads/".Length..] : null;
            }
            catch (IOException)
            {
                // Not this one, or it ended while we looked.
            }
        }

        return null;
    }
}
