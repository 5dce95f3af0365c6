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

        if (remote is not null && await NewestAsync(repository, $"refs/fleet/target/{remote}/{branch}", $"refs/remotes/{remote}/{branch}", cancellation) is { } newest)
        {
            return new FleetTarget($"{remote}/{branch}", branch, newest);
        }

        return new FleetTarget(remote is null ? branch : $"{remote}/{branch}", branch, $"refs/heads/{branch}");
    }

    /// <summary>Where the lane saw it last, unless the user has fetched or pushed something newer since.</summary>
    private static async Task<string?> NewestAsync(Repository repository, string seenByLane, string seenByUser, CancellationToken cancellation)
    {
        var lane = await repository.Refs.ResolveAsync(seenByLane, cancellation);
        var user = await repository.Refs.ResolveAsync(seenByUser, cancellation);
        return (lane, user) switch
        {
            (null, null) => null,
            (_, null) => seenByLane,
            (null, _) => seenByUser,
            _ => lane != user && await repository.Refs.IsAncestorAsync(lane, user, cancellation) ? seenByUser : seenByLane,
        };
    }
}
