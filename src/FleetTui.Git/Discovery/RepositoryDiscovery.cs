using System.Text.RegularExpressions;
using FleetTui.Git.Running;
using FleetTui.Git.Worktrees;
using FleetTui.Processes;

namespace FleetTui.Git.Discovery;

/// <summary>Finds the repository that a directory belongs to and says plainly why a fleet cannot run there.</summary>
public static partial class RepositoryDiscovery
{
    /// <summary>merge-tree --write-tree is older, but 2.39 is the oldest git this is tested with.</summary>
    public static Version Oldest { get; } = new(2, 39);

    /// <param name="directory">Absolute; any place in the repository or one of its worktrees.</param>
    public static async Task<DiscoveryResult> FindAsync(string directory, GitSettings settings, CancellationToken cancellation)
    {
        if (!Directory.Exists(directory))
            return new DiscoveryResult.Refused(DiscoveryProblem.NotARepository, $"{directory} does not exist.");
        var git = new GitRunner(settings, directory);
        var version = git.RunAsync(GitCommand.Read("version"), cancellation);
        var places = git.RunAsync(GitCommand.Read("rev-parse", "--path-format=absolute", "--is-bare-repository", "--git-common-dir", "--show-object-format"), cancellation);
        var worktrees = git.RunAsync(GitCommand.Read("worktree", "list", "--porcelain", "-z"), cancellation);
        var top = git.RunAsync(GitCommand.Read("rev-parse", "--path-format=absolute", "--show-toplevel"), cancellation);
        var head = git.RunAsync(GitCommand.Read("rev-parse", "-q", "--verify", "HEAD^{commit}"), cancellation);
        var all = await Task.WhenAll(version, places, worktrees, top, head).ConfigureAwait(false);
        return Judge(directory, git, all[0], all[1], all[2], all[3], all[4]);
    }

    private static DiscoveryResult Judge(
        string directory, GitRunner git, CommandResult version, CommandResult places, CommandResult worktrees, CommandResult top, CommandResult head)
    {
        if (version.End is CommandEnd.NotStarted notStarted)
            return new DiscoveryResult.Refused(DiscoveryProblem.NoGit, notStarted.Reason);
        var found = ParseVersion(version.OutputText);
        if (found < Oldest)
            return new DiscoveryResult.Refused(DiscoveryProblem.OldGit, $"git {found} is too old: install git {Oldest} or newer.");
        if (!places.Succeeded)
            return Unusable(directory, places.ErrorText);

        // The path stands between two words; it may hold line ends itself.
        var lines = places.OutputText.TrimEnd('\n').Split('\n');
        var commonDirectory = ResolveLinks(string.Join('\n', lines[1..^1]));
        var root = WorktreeListParser.Parse(worktrees.OutputText) is [{ IsBare: false } main, ..] ? main.Path : top.OutputText.TrimEnd('\n');
        if (root.Length == 0)
            return new DiscoveryResult.Refused(DiscoveryProblem.Bare, $"{directory} is a bare repository: run fleet in a clone of it (git clone {directory}).");
        if (!head.Succeeded)
            return new DiscoveryResult.Refused(DiscoveryProblem.NoCommits, $"{root} has no commits yet: make the first one (git commit), then start the fleet.");
        return new DiscoveryResult.Found(new Repository(git.At(root), root, commonDirectory, found, lines[^1]));
    }

    /// <summary><c>git version 2.39.5 (Apple Git-154)</c> → 2.39.5; unknown text → 0.0.</summary>
    public static Version ParseVersion(string text)
    {
        var match = VersionPattern().Match(text);
        return match.Success && Version.TryParse(match.Value, out var version) ? version : new Version(0, 0);
    }

    private static DiscoveryResult.Refused Unusable(string directory, string error)
    {
        if (error.Contains("dubious ownership", StringComparison.Ordinal))
        {
            return new DiscoveryResult.Refused(
                DiscoveryProblem.ForeignOwner,
                $"{directory} belongs to another user and git refuses to use it: git config --global --add safe.directory {directory}");
        }

        return error.Contains("not a git repository", StringComparison.Ordinal)
            ? new DiscoveryResult.Refused(DiscoveryProblem.NotARepository, $"{directory} is not in a git repository: change to one, or make one with git init.")
            : new DiscoveryResult.Refused(DiscoveryProblem.Unreadable, $"git cannot read the repository at {directory}: {error.Trim()}");
    }

    /// <summary>One repository has one key whatever link it is reached by.</summary>
    private static string ResolveLinks(string path)
    {
        var resolved = "/";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            resolved = new DirectoryInfo(resolved).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? resolved;
        }

        return resolved;
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex VersionPattern();
}
