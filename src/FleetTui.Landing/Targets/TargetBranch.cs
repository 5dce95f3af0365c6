using FleetTui.Configuration;
using FleetTui.Git;
using FleetTui.Git.Refs;
using FleetTui.Git.Remotes;

namespace FleetTui.Landing.Targets;

/// <summary>The branch that everything lands on: which it is, where it was when last fetched, and whether its history only grew since.</summary>
internal sealed class TargetBranch(Repository repository, LandingSettings settings)
{
    internal string Remote { get; private set; } = "";

    internal string Branch { get; private set; } = "";

    internal bool IsKnown => Branch.Length > 0;

    /// <summary><c>origin/main</c>; empty while unknown.</summary>
    internal string Name => IsKnown ? $"{Remote}/{Branch}" : "";

    /// <summary>What to run in a worktree to bring it onto the target by hand.</summary>
    internal string RebaseCommand => $"git fetch {Remote} && git rebase {Name}";

    /// <summary>Where the target was accepted to be. Never moved backwards or sideways except by <see cref="AcceptRewriteAsync"/>.</summary>
    internal string Reference => $"refs/fleet/target/{Remote}/{Branch}";

    /// <summary>Where the last fetch put it.</summary>
    internal string Incoming => $"refs/fleet/incoming/{Remote}/{Branch}";

    internal string? Commit { get; private set; }

    /// <summary>Finds out which remote and branch are meant. Null: found; otherwise why not.</summary>
    internal async Task<TargetFetch?> ResolveAsync(CancellationToken cancellation)
    {
        if (IsKnown)
            return null;
        if (await repository.Remotes.ChooseAsync(settings.Remote, cancellation).ConfigureAwait(false) is not { } remote)
        {
            return new TargetFetch.Unreachable(settings.Remote.Length > 0
                ? $"There is no remote named {settings.Remote}: correct landing.remote in fleet.toml, or git remote add {settings.Remote} URL."
                : "This repository has no remote to land on: git remote add origin URL.");
        }

        Remote = remote;
        var branch = settings.Branch.Length > 0
            ? settings.Branch
            : await repository.Remotes.RememberedDefaultBranchAsync(remote, cancellation).ConfigureAwait(false);
        if (branch is not null)
        {
            Branch = branch;
            return null;
        }

        return await ResolveFromRemoteAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Where the target was when last accepted, without asking the remote.</summary>
    internal async Task<string?> RememberedAsync(CancellationToken cancellation)
    {
        if (Commit is null && IsKnown)
        {
            Commit = await repository.Refs.ResolveAsync(Reference, cancellation).ConfigureAwait(false)
                ?? await repository.Refs.ResolveAsync($"refs/remotes/{Remote}/{Branch}", cancellation).ConfigureAwait(false);
        }

        return Commit;
    }

    internal async Task<TargetFetch> FetchAsync(CancellationToken cancellation)
    {
        if (await ResolveAsync(cancellation).ConfigureAwait(false) is { } trouble)
            return trouble;
        var fetched = await repository.Remotes.FetchAsync(Remote, Branch, Incoming, settings.GitTimeout, cancellation).ConfigureAwait(false);
        return fetched switch
        {
            FetchResult.Failed failed => new TargetFetch.Unreachable(failed.Reason),
            FetchResult.NoSuchBranch gone => await FollowRenameAsync(gone, cancellation).ConfigureAwait(false),
            _ => await AcceptAsync(cancellation).ConfigureAwait(false),
        };
    }

    /// <summary>The user has seen that the target was rewritten and wants to go on from where it is now.</summary>
    internal async Task AcceptRewriteAsync(CancellationToken cancellation)
    {
        if (IsKnown && await repository.Refs.ResolveAsync(Incoming, cancellation).ConfigureAwait(false) is { } incoming)
        {
            await repository.Refs.TryChangeAsync([new RefChange(Reference, incoming, null)], cancellation).ConfigureAwait(false);
            Commit = incoming;
        }
    }

    private async Task<TargetFetch> AcceptAsync(CancellationToken cancellation)
    {
        var refs = await repository.Refs.ListAsync([Reference, Incoming], cancellation).ConfigureAwait(false);
        if (!refs.TryGetValue(Incoming, out var incoming))
            return new TargetFetch.Unreachable($"{Name} was fetched but is not there.");
        var accepted = refs.GetValueOrDefault(Reference);
        if (accepted is not null && accepted != incoming && !await repository.Refs.IsAncestorAsync(accepted, incoming, cancellation).ConfigureAwait(false))
        {
            return new TargetFetch.Halted(
                $"{Name} was rewritten: {accepted[..10]} is no longer part of it (it is now at {incoming[..10]}). Nothing lands until you have looked: fleet lane resume accepts it as it is now.");
        }

        if (accepted != incoming)
            await repository.Refs.TryChangeAsync([new RefChange(Reference, incoming, accepted ?? repository.ZeroId)], cancellation).ConfigureAwait(false);
        Commit = incoming;
        return new TargetFetch.At(incoming);
    }

    private async Task<TargetFetch?> ResolveFromRemoteAsync(CancellationToken cancellation)
    {
        var answer = await repository.Remotes.AskAsync(Remote, settings.GitTimeout, cancellation).ConfigureAwait(false);
        switch (answer)
        {
            case RemoteAnswer.Heads { DefaultBranch: { } branch }:
                Branch = branch;
                return null;
            case RemoteAnswer.Unreachable unreachable:
                return new TargetFetch.Unreachable(unreachable.Reason);
            default:
                return new TargetFetch.Halted($"{Remote} has no default branch: push one first, or name it as landing.branch in fleet.toml.");
        }
    }

    /// <summary>A renamed default branch whose history goes on is followed, unless the configuration names the old one.</summary>
    private async Task<TargetFetch> FollowRenameAsync(FetchResult.NoSuchBranch gone, CancellationToken cancellation)
    {
        if (settings.Branch.Length > 0)
            return new TargetFetch.Halted($"{gone.Reason} Correct landing.branch in fleet.toml.");
        var accepted = await repository.Refs.ResolveAsync(Reference, cancellation).ConfigureAwait(false);
        var old = Branch;
        if (await ResolveFromRemoteAsync(cancellation).ConfigureAwait(false) is { } trouble)
            return trouble;
        if (Branch == old)
            return new TargetFetch.Halted($"{gone.Reason} Restore it there, or name another as landing.branch in fleet.toml.");
        var fetched = await repository.Remotes.FetchAsync(Remote, Branch, Incoming, settings.GitTimeout, cancellation).ConfigureAwait(false);
        var incoming = await repository.Refs.ResolveAsync(Incoming, cancellation).ConfigureAwait(false);
        if (fetched is FetchResult.Fetched && incoming is not null
            && (accepted is null || await repository.Refs.IsAncestorAsync(accepted, incoming, cancellation).ConfigureAwait(false)))
        {
            return await AcceptAsync(cancellation).ConfigureAwait(false);
        }

        (var renamed, Branch) = (Branch, old);
        return new TargetFetch.Halted($"{gone.Reason} Its default branch is now {renamed}, with another history: name the one to land on as landing.branch in fleet.toml.");
    }
}
