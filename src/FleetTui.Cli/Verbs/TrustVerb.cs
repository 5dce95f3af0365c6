using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Setup;
using FleetTui.Configuration;
using FleetTui.Configuration.Trust;

namespace FleetTui.Cli.Verbs;

/// <summary>
/// <c>fleet trust</c>: shows what the configuration can run, and lets it. The command itself is the consent; it asks nothing, so that it works in scripts.
/// <c>--show</c> only looks: code 0 when trusted, 1 when not.
/// </summary>
internal static class TrustVerb
{
    public static Command Create(CliContext context)
    {
        var show = new Option<bool>("--show") { Description = "Only show it; answer 0 when it is trusted, 1 when not." };
        return new Command("trust", "Let the commands of fleet.toml run in this repository; shows them.") { show }
            .Does(context, (parsed, here, cancellation) => RunAsync(parsed.GetValue(show), here, cancellation));
    }

    public static async Task<int> RunAsync(bool showOnly, CliContext here, CancellationToken cancellation)
    {
        var place = await FleetPlace.FindAsync(here, cancellation);
        var result = await ConfigurationCheck.LoadAsync(place.Repository, here.Environment("HOME"), cancellation);
        if (result.Configuration is not { } configuration)
        {
            await ConfigVerb.WriteErrorsAsync(result.Errors, here);
            return ExitCode.Input;
        }

        var store = TrustStore.Of(here.Environment);
        var common = place.Repository.CommonDirectory;
        var state = store.Check(common, configuration);
        await ShowAsync(place.Repository.Root, configuration, state, here);
        if (showOnly || state is TrustState.Trusted)
        {
            await here.Output.WriteLineAsync(state is TrustState.Trusted ? $"trusted. {Next(configuration)}" : "not trusted; to let it run: fleet trust");
            return state is TrustState.Trusted ? ExitCode.Done : ExitCode.No;
        }

        try
        {
            store.Trust(common, configuration, here.Time.GetUtcNow());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FleetApiException(ExitCode.Input, $"{store.Path} cannot be written: {failure.Message}", failure);
        }

        await here.Output.WriteLineAsync($"trusted from now on, until it changes. {Next(configuration)}");
        return ExitCode.Done;
    }

    private static async Task ShowAsync(string root, FleetConfiguration configuration, TrustState state, CliContext here)
    {
        var now = RunnableContent.Of(configuration).Lines;
        IReadOnlyList<string> before = state is TrustState.Changed changed ? changed.Before : now;
        await here.Output.WriteLineAsync($"In {root} the fleet can run:");
        foreach (var line in now)
        {
            await here.Output.WriteLineAsync($"{(before.Contains(line) ? ' ' : '+')} {line}");
        }

        foreach (var line in before.Except(now))
        {
            await here.Output.WriteLineAsync($"- {line}");
        }
    }

    private static string Next(FleetConfiguration configuration) => configuration.Slots.Count == 0 ? "There are no slots yet: fleet init" : "Next: fleet";
}
