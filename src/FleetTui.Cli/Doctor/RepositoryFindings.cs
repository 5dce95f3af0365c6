using FleetTui.Cli.CommandLine;
using FleetTui.Configuration;
using FleetTui.Configuration.Trust;
using FleetTui.Git;
using FleetTui.Git.Remotes;
using FleetTui.Daemon.Landing;
using FleetTui.Landing.Hooks;

namespace FleetTui.Cli.Doctor;

/// <summary>The repository: who commits, where to, from which worktrees.</summary>
internal static class RepositoryFindings
{
    private static readonly TimeSpan RemoteDeadline = TimeSpan.FromSeconds(10);

    public static async Task<Finding> CommitterAsync(Repository repository, CancellationToken cancellation) =>
        await repository.Configuration.CommitterAsync(cancellation) is { } committer
            ? Finding.Ok("committer", committer)
            : Finding.Fail("committer", "git does not know who commits", "git config user.name NAME, and user.email ADDRESS");

    public static Finding Trust(Repository repository, FleetConfiguration configuration, CliContext here) =>
        TrustStore.Of(here.Environment).Check(repository.CommonDirectory, configuration) switch
        {
            TrustState.Trusted => Finding.Ok("trust", "what the configuration runs is trusted"),
            TrustState.Changed => Finding.Fail("trust", "what the configuration runs has changed since it was trusted", "fleet trust"),
            _ => Finding.Fail("trust", "the configuration is not trusted yet", "fleet trust"),
        };

    public static async Task<Finding> RemoteAsync(Repository repository, LandingSettings landing, CancellationToken cancellation)
    {
        if (landing.Mode == LandingMode.Off)
        {
            return Finding.Ok("remote", "landing is off");
        }

        if (await repository.Remotes.ChooseAsync(landing.Remote, cancellation) is not { } remote)
        {
            return landing.Remote.Length > 0
                ? Finding.Fail("remote", $"there is no remote {landing.Remote}", $"git remote add {landing.Remote} URL, or another landing.remote in fleet.toml")
                : Finding.Warn("remote", "there is none, or several without an origin: nothing lands", "git remote add origin URL, or set landing.remote in fleet.toml");
        }

        return await repository.Remotes.AskAsync(remote, RemoteDeadline, cancellation) switch
        {
            RemoteAnswer.Unreachable unreachable => Finding.Warn("remote", $"{remote} cannot be reached: {unreachable.Reason}", "nothing lands until it can; commits wait"),
            RemoteAnswer.Heads heads => Target(remote, landing.Branch.Length > 0 ? landing.Branch : heads.DefaultBranch, heads),
            var other => throw new InvalidOperationException($"unknown answer {other}"),
        };
    }

    private static Finding Target(string remote, string? branch, RemoteAnswer.Heads heads)
    {
        if (branch is null)
        {
            return Finding.Fail("remote", $"{remote} does not say which branch is its default", "set landing.branch in fleet.toml");
        }

        return heads.Branches.ContainsKey(branch)
            ? Finding.Ok("remote", $"{remote}/{branch}")
            : Finding.Fail("remote", $"{remote} has no branch {branch}", $"git push {remote} HEAD:refs/heads/{branch}, or another landing.branch in fleet.toml");
    }

    public static async Task<IReadOnlyList<Finding>> WorktreesAsync(Repository repository, FleetConfiguration configuration, CancellationToken cancellation)
    {
        var entries = (await repository.Worktrees.ListAsync(cancellation)).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        var findings = new List<Finding>();
        var there = 0;
        foreach (var slot in configuration.Slots)
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(slot.Worktree, repository.Root));
            if (entries.TryGetValue(path, out var entry) && Directory.Exists(path))
            {
                there++;
                if (entry.Branch != slot.Branch)
                {
                    findings.Add(Finding.Warn("worktrees", $"{slot.Id} is on {entry.Branch ?? "a detached HEAD"}, not on {slot.Branch}", $"git -C {slot.Worktree} switch {slot.Branch}, once nothing is in progress there"));
                }
            }
            else if (entry is not null)
            {
                findings.Add(Finding.Warn("worktrees", $"{slot.Worktree} of {slot.Id} was deleted", $"fleet up {slot.Id} makes it again; its branch is still there"));
            }
            else if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            {
                findings.Add(Finding.Fail("worktrees", $"{slot.Worktree} of {slot.Id} is not a worktree of this repository", "move it away, or give the slot another worktree"));
            }
        }

        findings.Add(Finding.Ok("worktrees", $"{there} of {configuration.Slots.Count} are there; the others are made when their slot starts"));
        await AddUnignoredAsync(repository, configuration, findings, cancellation);
        return findings;
    }

    public static async Task<Finding> HooksAsync(Repository repository, string stateDirectory, FleetConfiguration configuration, CancellationToken cancellation)
    {
        var hooks = new CommitHooks(repository, stateDirectory);
        if (!configuration.Landing.CommitHook || hooks.IsRemoved)
        {
            return Finding.Ok("commit hooks", hooks.IsRemoved ? "removed; fleet hooks install brings them back. The landing gate holds what they would refuse" : "off (landing.commit-hook); the landing gate holds what they would refuse");
        }

        var states = (await hooks.StatusAsync(LaneComposition.Slots(configuration, repository.Root), cancellation)).Where(state => state.Hooks.Length > 0).ToList();
        return states.FirstOrDefault(state => !state.Installed) is { } missing
            ? Finding.Warn("commit hooks", $"{missing.Slot} is without its commit hook: {missing.Detail}", "fleet hooks install")
            : Finding.Ok("commit hooks", $"in {states.Count} worktrees; they pass on to your own");
    }

    private static async Task AddUnignoredAsync(Repository repository, FleetConfiguration configuration, List<Finding> findings, CancellationToken cancellation)
    {
        var inside = configuration.Slots
            .Select(slot => Path.GetRelativePath(repository.Root, Path.GetFullPath(slot.Worktree, repository.Root)))
            .Where(path => !path.StartsWith("..", StringComparison.Ordinal))
            .ToList();
        if (inside.Count == 0)
        {
            return;
        }

        var ignored = await repository.Configuration.IgnoredAsync(inside, cancellation);
        if (inside.FirstOrDefault(path => !ignored.Contains(path)) is { } open)
        {
            findings.Add(Finding.Warn("worktrees", $"{open} is not ignored by git", $"echo '/{Path.GetDirectoryName(open)}/' >> {repository.CommonDirectory}/info/exclude"));
        }
    }
}
