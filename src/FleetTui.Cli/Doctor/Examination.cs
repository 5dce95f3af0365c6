using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Setup;
using FleetTui.Configuration;
using FleetTui.Git.Discovery;
using FleetTui.Git.Running;

namespace FleetTui.Cli.Doctor;

/// <summary>All of <c>fleet doctor</c>, in the order it is printed. Changes nothing.</summary>
internal static class Examination
{
    public static async IAsyncEnumerable<Finding> RunAsync(
        CliContext here, TerminalFindings.Screen screen, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string? prefix = null;
        switch (await RepositoryDiscovery.FindAsync(here.Directory, GitSettings.Default, cancellation))
        {
            case DiscoveryResult.Refused { Problem: DiscoveryProblem.NoGit or DiscoveryProblem.OldGit } refused:
                yield return Finding.Fail("git", refused.Message, $"install git {RepositoryDiscovery.Oldest} or newer");
                break;
            case DiscoveryResult.Refused refused:
                yield return Finding.Fail("repository", refused.Message, "");
                break;
            case DiscoveryResult.Found found:
                yield return Finding.Ok("git", found.Repository.Version.ToString());
                yield return Finding.Ok("repository", found.Repository.Root);
                await foreach (var finding in FleetAsync(found.Repository, here, cancellation))
                {
                    yield return finding;
                }

                prefix = ConfigurationLoader.Load(found.Repository.Root, here.Environment("HOME")).Configuration?.Console.Prefix;
                break;
        }

        foreach (var finding in TerminalFindings.Of(here.Environment, screen, prefix))
        {
            yield return finding;
        }
    }

    private static async IAsyncEnumerable<Finding> FleetAsync(
        Git.Repository repository, CliContext here, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await RepositoryFindings.CommitterAsync(repository, cancellation);
        foreach (var finding in MachineFindings.Of(FleetPlace.PathsOf(repository.CommonDirectory, here)))
        {
            yield return finding;
        }

        yield return await DaemonAsync(here, cancellation);
        var result = await ConfigurationCheck.LoadAsync(repository, here.Environment("HOME"), cancellation);
        yield return Configured(repository.Root, result);
        if (result.Configuration is not { } configuration)
        {
            yield break;
        }

        yield return RepositoryFindings.Trust(repository, configuration, here);
        yield return await RepositoryFindings.RemoteAsync(repository, configuration.Landing, cancellation);
        foreach (var finding in await RepositoryFindings.WorktreesAsync(repository, configuration, cancellation))
        {
            yield return finding;
        }

        yield return await RepositoryFindings.HooksAsync(repository, FleetPlace.PathsOf(repository.CommonDirectory, here).StateDirectory, configuration, cancellation);
        foreach (var finding in AgentFindings.Of(configuration, here.Environment("PATH") ?? "", repository.Root))
        {
            yield return finding;
        }
    }

    private static Finding Configured(string root, ConfigurationResult result)
    {
        if (result.Configuration is not { } configuration)
        {
            return Finding.Fail("configuration", $"{ConfigurationCheck.Counted(result.Errors.Count, "error")}, the first: {result.Errors[0]}", "fleet config check");
        }

        return configuration.Slots.Count == 0
            ? Finding.Fail("configuration", ConfigurationCheck.Present(root).Count == 0 ? "there are neither fleet.toml nor roles.toml" : "there are no slots", "fleet init")
            : Finding.Ok("configuration", $"{ConfigurationCheck.Counted(configuration.Slots.Count, "slot")}, {ConfigurationCheck.Counted(configuration.Roles.Count, "role")}");
    }

    private static async Task<Finding> DaemonAsync(CliContext here, CancellationToken cancellation)
    {
        try
        {
            await using var fleet = await here.Fleets.TryConnectAsync(here, cancellation);
            return Finding.Ok("daemon", fleet is null ? "not running; fleet starts it" : "running");
        }
        catch (FleetApiException failure)
        {
            return Finding.Warn("daemon", $"it does not answer as it should: {failure.Message}", "fleet down --all, then fleet");
        }
    }
}
