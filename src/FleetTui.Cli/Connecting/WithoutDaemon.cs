using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Setup;
using FleetTui.Configuration.Trust;
using FleetTui.Daemon.Standalone;

namespace FleetTui.Cli.Connecting;

/// <summary>Opens a repository's fleet in this process, for the verbs that need no daemon.</summary>
internal static class WithoutDaemon
{
    /// <exception cref="FleetApiException">Code 2: no repository, wrong files, or nothing that was trusted.</exception>
    public static async Task<StandaloneFleet> OpenAsync(CliContext context, CancellationToken cancellation)
    {
        var place = await FleetPlace.FindAsync(context, cancellation);
        var read = await ConfigurationCheck.LoadAsync(place.Repository, context.Environment("HOME"), cancellation);
        if (read.Configuration is not { } configuration)
        {
            throw new FleetApiException(ExitCode.Input, string.Join('\n', read.Errors));
        }

        // Checks of the lane are commands of the repository: the same consent as for a daemon.
        return TrustStore.Of(context.Environment).Check(place.Repository.CommonDirectory, configuration) is TrustState.Trusted
            ? StandaloneFleet.Open(place.Repository, place.Paths, configuration, context.Time)
            : throw new FleetApiException(ExitCode.Input, $"You have not trusted what {place.Repository.Root} would run: look at it and agree with: fleet trust.");
    }
}
