using System.CommandLine;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;
using FleetTui.Cli.Setup;
using FleetTui.Configuration;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet config check</c>: every error of fleet.toml and roles.toml, code 2 when there is one.</summary>
internal static class ConfigVerb
{
    public static Command Create(CliContext context)
    {
        var json = VerbExtensions.Json();
        var check = new Command("check", "Check fleet.toml and roles.toml; print every error.") { json };
        check.Does(context, (parsed, here, cancellation) => CheckAsync(parsed.GetValue(json), here, cancellation));
        return new Command("config", "Look at the configuration.") { check };
    }

    public static async Task<int> CheckAsync(bool json, CliContext here, CancellationToken cancellation)
    {
        var place = await FleetPlace.FindAsync(here, cancellation);
        var result = await ConfigurationCheck.LoadAsync(place.Repository, here.Environment("HOME"), cancellation);
        if (json)
        {
            var errors = result.Errors.Select(error => new ConfigurationReport.Item(error.Position.File, error.Position.Line, error.Position.Column, error.Message, error.Fix));
            await CliJson.WriteLineAsync(here.Output, new ConfigurationReport([.. errors]));
        }
        else if (result.Configuration is { } configuration)
        {
            await here.Output.WriteLineAsync(Praise(place.Repository.Root, configuration));
        }
        else
        {
            await WriteErrorsAsync(result.Errors, here);
        }

        return result.Errors.Count == 0 ? ExitCode.Done : ExitCode.Input;
    }

    /// <summary>One a line, then how many.</summary>
    public static async Task WriteErrorsAsync(IReadOnlyList<ConfigurationError> errors, CliContext here)
    {
        foreach (var error in errors)
        {
            await here.Error.WriteLineAsync(error.ToString());
        }

        await here.Error.WriteLineAsync($"fleet: {ConfigurationCheck.Counted(errors.Count, "error")} in the configuration");
    }

    private static string Praise(string root, FleetConfiguration configuration)
    {
        var present = ConfigurationCheck.Present(root);
        return present.Count == 0
            ? "neither fleet.toml nor roles.toml is here, so there are no slots; 'fleet init' writes them"
            : $"{string.Join(" and ", present)}: no errors, {ConfigurationCheck.Counted(configuration.Slots.Count, "slot")}, {ConfigurationCheck.Counted(configuration.Roles.Count, "role")}";
    }
}
