using FleetTui.Git.Discovery;
using FleetTui.Git.Running;
using FleetTui.Testing;

namespace FleetTui.Git.Tests;

internal static class SandboxRepository
{
    internal static GitSettings Settings { get; } = new() { Environment = GitSandbox.Environment };

    internal static async Task<Repository> OpenAsync(this GitSandbox sandbox, string? at = null)
    {
        var result = await RepositoryDiscovery.FindAsync(at ?? sandbox.Hub, Settings, TestContext.Current.CancellationToken);
        return Assert.IsType<DiscoveryResult.Found>(result).Repository;
    }
}
