using FleetTui.Api;
using FleetTui.Configuration;
using FleetTui.Configuration.Trust;
using FleetTui.Daemon.Live;
using FleetTui.Git;
using FleetTui.Processes;
using FleetTui.Storage;

namespace FleetTui.Daemon.Start;

/// <summary>What a daemon stands on: one repository, held by its lock, with its first configuration and its open database.</summary>
internal sealed record DaemonGround(
    Repository Repository,
    FleetPaths Paths,
    TrustStore Trust,
    ConfigurationSnapshot Configuration,
    FileLock Lock,
    FleetDatabase Database) : IAsyncDisposable
{
    public bool IsTrusted(FleetConfiguration configuration) => Trust.Check(Repository.CommonDirectory, configuration) is TrustState.Trusted;

    /// <summary>A slot's worktree, absolute.</summary>
    public string Worktree(SlotDefinition slot) => Path.GetFullPath(slot.Worktree, Repository.Root);

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        Lock.Dispose();
        return ValueTask.CompletedTask;
    }
}
