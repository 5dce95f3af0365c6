using FleetTui.Api;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Git;
using FleetTui.Git.Discovery;
using FleetTui.Git.Running;

namespace FleetTui.Cli.Connecting;

/// <summary>The repository a verb is run in, and where its fleet keeps state and listens.</summary>
internal sealed record FleetPlace(Repository Repository, FleetPaths Paths)
{
    /// <exception cref="FleetApiException">Code 2: no fleet can run here.</exception>
    public static async Task<FleetPlace> FindAsync(CliContext context, CancellationToken cancellation) =>
        await RepositoryDiscovery.FindAsync(context.Directory, GitSettings.Default, cancellation) switch
        {
            DiscoveryResult.Found found => new FleetPlace(found.Repository, PathsOf(found.Repository.CommonDirectory, context)),
            DiscoveryResult.Refused refused => throw new FleetApiException(ExitCode.Input, refused.Message),
            var other => throw new InvalidOperationException($"unknown answer {other}"),
        };

    /// <summary>Only the paths: without starting git where that is not needed.</summary>
    public static async Task<FleetPaths> PathsAsync(CliContext context, CancellationToken cancellation) =>
        CommonDirectory.Find(context.Directory) is { } common
            ? PathsOf(common, context)
            : (await FindAsync(context, cancellation)).Paths;

    /// <summary>The main worktree, where the configuration lies, as far as it is plain from the paths; git knows the rest.</summary>
    public static async Task<string> RootAsync(FleetPaths paths, CliContext context, CancellationToken cancellation) =>
        Path.GetFileName(paths.CommonDirectory) == ".git" && Path.GetDirectoryName(paths.CommonDirectory) is { } root
            ? root
            : (await FindAsync(context, cancellation)).Repository.Root;

    public static FleetPaths PathsOf(string commonDirectory, CliContext context) =>
        FleetPaths.For(commonDirectory, context.Environment, UserIdentity.EffectiveId());
}
