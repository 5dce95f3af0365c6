using FleetTui.Configuration;
using FleetTui.Git;

namespace FleetTui.Daemon.Worktrees;

/// <summary>The branch everything lands on, as this machine knows it without asking the remote.</summary>
/// <param name="Name">For people: <c>origin/main</c>, or <c>main</c> without a remote.</param>
/// <param name="Branch">Its short name on the remote.</param>
/// <param name="Reference">A full reference name, e.g. <c>refs/remotes/origin/main</c>.</param>
internal sealed record FleetTarget(string Name, string Branch, string Reference)
{
    public static async Task<FleetTarget> FindAsync(Repository repository, LandingSettings landing, CancellationToken cancellation)
    {
        var remote = await repository.Remotes.ChooseAsync(landing.Remote, cancellation);
        var branch = landing.Branch;
        if (branch.Length == 0 && remote is not null)
        {
            branch = await repository.Remotes.RememberedDefaultBranchAsync(remote, cancellation) ?? "";
        }

        if (branch.Length == 0)
        {
            branch = (await repository.Worktrees.ListAsync(cancellation)).FirstOrDefault()?.Branch ?? "main";
        }

        if (remote is not null)
        {
            // Where the lane saw it last; else where the user's own fetch did.
            foreach (var reference in new[] { $"refs/fleet/target/{remote}/{branch}", $"refs/remotes/{remote}/{branch}" })
            {
                if (await repository.Refs.ResolveAsync(reference, cancellation) is not null)
                {
                    return new FleetTarget($"{remote}/{branch}", branch, reference);
                }
            }
        }

        return new FleetTarget(remote is null ? branch : $"{remote}/{branch}", branch, $"refs/heads/{branch}");
    }
}
