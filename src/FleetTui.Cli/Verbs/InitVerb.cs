using System.CommandLine;
using System.Text;
using FleetTui.Agents.Launch;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Setup;
using FleetTui.Configuration;
using FleetTui.Configuration.Files;
using FleetTui.Configuration.Init;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet init</c>: proposes a fleet of twelve for this repository. Never overwrites a file.</summary>
internal static class InitVerb
{
    public static Command Create(CliContext context) =>
        new Command("init", "Write fleet.toml and roles.toml for this repository; existing files are left alone.")
            .Does(context, (_, here, cancellation) => RunAsync(here, cancellation));

    public static async Task<int> RunAsync(CliContext here, CancellationToken cancellation)
    {
        var place = await FleetPlace.FindAsync(here, cancellation);
        var repository = place.Repository;
        var facts = await RepositorySurvey.TakeAsync(repository, here, cancellation);
        try
        {
            await WriteAsync(repository.Root, ConfigurationLoader.FleetFile, FleetProposal.FleetToml(facts), here);
            await WriteAsync(repository.Root, ConfigurationLoader.RolesFile, FleetProposal.RolesToml(facts), here);
            await IgnoreWorktreesAsync(place, here, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FleetApiException(ExitCode.Input, $"the files cannot be written: {failure.Message}", failure);
        }

        var result = await ConfigurationCheck.LoadAsync(repository, here.Environment("HOME"), cancellation);
        if (result.Configuration is not { } configuration)
        {
            await ConfigVerb.WriteErrorsAsync(result.Errors, here);
            return ExitCode.Input;
        }

        await SummarizeAsync(configuration, facts, here);
        return ExitCode.Done;
    }

    private static async Task WriteAsync(string root, string file, string content, CliContext here)
    {
        var path = Path.Combine(root, file);
        // A dangling link is somebody's file, too.
        if (Path.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            await here.Output.WriteLineAsync($"left {file} as it is");
            return;
        }

        AtomicFile.Write(path, Encoding.UTF8.GetBytes(content));
        await here.Output.WriteLineAsync($"wrote {file}");
    }

    /// <summary>Worktrees inside the repository would show up as untracked files in every status.</summary>
    private static async Task IgnoreWorktreesAsync(FleetPlace place, CliContext here, CancellationToken cancellation)
    {
        var directory = FleetProposal.WorktreeDirectory + "/";
        var example = directory + "instance-ps1";
        if ((await place.Repository.Configuration.IgnoredAsync([example], cancellation)).Count > 0)
        {
            return;
        }

        GitExclude.Add(place.Repository.CommonDirectory, "/" + directory);
        await here.Output.WriteLineAsync($"{directory} was not ignored: added it to .git/info/exclude, for this clone only; put /{directory} into .gitignore for everyone");
    }

    private static async Task SummarizeAsync(FleetConfiguration configuration, RepositoryFacts facts, CliContext here)
    {
        var counts = configuration.Slots.GroupBy(slot => slot.Agent, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}");
        await here.Output.WriteLineAsync($"{ConfigurationCheck.Counted(configuration.Slots.Count, "slot")} ({string.Join(", ", counts)}), {ConfigurationCheck.Counted(configuration.Roles.Count, "role")}");
        await here.Output.WriteLineAsync(facts.Remote is null
            ? "no remote: nothing lands until there is one (git remote add origin URL)"
            : $"lands on {facts.Remote}/{facts.Branch ?? "its default branch"}");
        await here.Output.WriteLineAsync(configuration.Migrations.Directories.Count == 0
            ? "no migrations found"
            : $"migrations in {string.Join(", ", configuration.Migrations.Directories)}");
        foreach (var name in facts.MissingAgents.Where(configuration.Agents.ContainsKey))
        {
            await here.Output.WriteLineAsync($"{name} is not on PATH. {AgentAdapters.For(configuration.Agents[name]).InstallHint(name)}");
        }

        await here.Output.WriteLineAsync("next: look at roles.toml and fleet.toml, then run 'fleet trust' and 'fleet'");
    }
}
