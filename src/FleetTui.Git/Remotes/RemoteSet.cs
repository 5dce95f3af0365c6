using FleetTui.Git.Running;

namespace FleetTui.Git.Remotes;

/// <summary>The remotes of a repository: which there are, what they have, fetching and pushing.</summary>
public sealed class RemoteSet(GitRunner git)
{
    /// <summary>Names, as configured.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation)
    {
        var text = await git.TextAsync(GitCommand.Read("remote"), cancellation).ConfigureAwait(false);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Which remote is meant: the one named, else the only one, else <c>origin</c>; null when there is none of that name, or none at all.</summary>
    public async Task<string?> ChooseAsync(string configured, CancellationToken cancellation)
    {
        var names = await NamesAsync(cancellation).ConfigureAwait(false);
        if (configured.Length > 0)
            return names.Contains(configured) ? configured : null;
        return names.Count == 1 ? names[0] : names.FirstOrDefault(static n => n == "origin");
    }

    /// <summary>The default branch as the clone remembers it (<c>refs/remotes/REMOTE/HEAD</c>), without asking the remote; null when it does not.</summary>
    public async Task<string?> RememberedDefaultBranchAsync(string remote, CancellationToken cancellation)
    {
        var prefix = $"refs/remotes/{remote}/";
        var result = await git.RunAsync(GitCommand.Read("symbolic-ref", "-q", prefix + "HEAD"), cancellation).ConfigureAwait(false);
        var name = result.OutputText.TrimEnd('\n');
        return result.Succeeded && name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : null;
    }

    /// <summary>Asks the remote for its branches and its default one.</summary>
    public async Task<RemoteAnswer> AskAsync(string remote, TimeSpan? deadline, CancellationToken cancellation)
    {
        var result = await git.RunAsync(Ask(remote).Within(deadline), cancellation).ConfigureAwait(false);
        return result.Succeeded ? RemoteHeadsParser.Parse(result.OutputText) : new RemoteAnswer.Unreachable(RemoteTrouble.Explain(result));
    }

    /// <summary>Brings a branch of the remote into a reference of our own, overwriting that. Never FETCH_HEAD or refs/remotes: twelve fetches into one reference get in each other's way.</summary>
    /// <param name="into">In full, under <c>refs/fleet/</c>.</param>
    public async Task<FetchResult> FetchAsync(string remote, string branch, string into, TimeSpan? deadline, CancellationToken cancellation)
    {
        var result = await git.RunAsync(Fetch(remote, branch, into).Within(deadline), cancellation).ConfigureAwait(false);
        if (result.Succeeded)
            return new FetchResult.Fetched();
        return result.ErrorText.Contains("couldn't find remote ref", StringComparison.Ordinal)
            ? new FetchResult.NoSuchBranch($"{remote} has no branch {branch}.")
            : new FetchResult.Failed(RemoteTrouble.Explain(result), RemoteTrouble.IsLocal(result));
    }

    /// <summary>Moves a branch of the remote from <paramref name="expected"/> to <paramref name="tip"/>: a test-and-set, never a force of anything unseen.</summary>
    public async Task<PushOutcome> PushAsync(string remote, string branch, string expected, string tip, TimeSpan? deadline, CancellationToken cancellation)
    {
        var result = await git.RunAsync(Push(remote, branch, expected, tip).Within(deadline), cancellation).ConfigureAwait(false);
        return PushClassification.Classify(result);
    }

    public static GitCommand Ask(string remote) => GitCommand.Network("ls-remote", "--symref", "--end-of-options", remote, "HEAD", "refs/heads/*");

    public static GitCommand Fetch(string remote, string branch, string into) =>
        GitCommand.Network("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules", "--end-of-options", remote, $"+refs/heads/{branch}:{into}");

    public static GitCommand Push(string remote, string branch, string expected, string tip) =>
        GitCommand.Network("push", "--porcelain", "--no-follow-tags", $"--force-with-lease=refs/heads/{branch}:{expected}", "--end-of-options", remote, $"{tip}:refs/heads/{branch}");
}
