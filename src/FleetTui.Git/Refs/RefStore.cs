using System.Text;
using FleetTui.Git.Running;
using FleetTui.Git.Worktrees;

namespace FleetTui.Git.Refs;

/// <summary>Reads references, and changes them only by compare-and-set.</summary>
public sealed class RefStore(GitRunner git)
{
    /// <summary>The commit a name stands for; null when there is none.</summary>
    public async Task<string?> ResolveAsync(string name, CancellationToken cancellation)
    {
        var result = await git.RunAsync(GitCommand.Read("rev-parse", "-q", "--verify", "--end-of-options", name + "^{commit}"), cancellation).ConfigureAwait(false);
        return result.Succeeded ? result.OutputText.TrimEnd('\n') : null;
    }

    /// <summary>Full names and ids of every reference under these prefixes (<c>refs/fleet/</c>).</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(IReadOnlyList<string> prefixes, CancellationToken cancellation)
    {
        var text = await git.TextAsync(GitCommand.Read("for-each-ref", "--format=%(objectname) %(refname)").With(prefixes), cancellation).ConfigureAwait(false);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => l.Split(' ', 2)).ToDictionary(static p => p[1], static p => p[0], StringComparer.Ordinal);
    }

    /// <summary>All of them or none. False: one was not at its expected value, or a lock was in the way.</summary>
    public async Task<bool> TryChangeAsync(IReadOnlyList<RefChange> changes, CancellationToken cancellation) =>
        changes.Count == 0 || (await git.RunAsync(Change(changes), cancellation).ConfigureAwait(false)).Succeeded;

    public static GitCommand Change(IReadOnlyList<RefChange> changes)
    {
        var input = new StringBuilder("start\0");
        foreach (var change in changes)
        {
            input.Append(change switch
            {
                { New: null } => $"delete {change.Name}\0{change.Old}\0",
                { Old: null } => $"update {change.Name}\0{change.New}\0\0",
                _ => $"update {change.Name}\0{change.New}\0{change.Old}\0",
            });
        }

        return GitCommand.Write("update-ref", "-z", "--stdin").Fed(input.Append("commit\0").ToString());
    }

    /// <summary>Whether a remote-tracking reference of the repository checked out at <paramref name="checkout"/> (a submodule's) holds a commit; null when there is no repository, or it does not know the commit.</summary>
    public async Task<bool?> IsPushedAsync(string checkout, string commit, CancellationToken cancellation)
    {
        // Without a .git of its own git would answer for the repository around it.
        if (WorktreeGitDirectory.Of(checkout) is null)
            return null;
        var result = await git.RunAsync(GitCommand.Read("for-each-ref", "--count=1", "--contains", commit, "refs/remotes").In(checkout), cancellation).ConfigureAwait(false);
        return result.Succeeded ? result.OutputText.Length > 0 : null;
    }

    public async Task<bool> IsAncestorAsync(string ancestor, string descendant, CancellationToken cancellation)
    {
        var command = GitCommand.Read("merge-base", "--is-ancestor", ancestor, descendant);
        var result = await git.RunAsync(command, cancellation).ConfigureAwait(false);
        return result.ExitCode switch
        {
            0 => true,
            1 => false,
            _ => throw GitRunner.Failure(command, result),
        };
    }
}
