using FleetTui.Configuration;
using FleetTui.Git;
using FleetTui.Roles;

namespace FleetTui.Cli.Setup;

/// <summary>Both files as a whole: syntax, schema and the rules of roles.</summary>
internal static class ConfigurationCheck
{
    /// <summary>As the daemon would read them; with errors there is no configuration.</summary>
    public static async Task<ConfigurationResult> LoadAsync(Repository repository, string? home, CancellationToken cancellation)
    {
        var result = ConfigurationLoader.Load(repository.Root, home);
        if (result.Configuration is not { } configuration)
        {
            return result;
        }

        // Overlaps are easier to understand by a path that exists.
        var tracked = await repository.Trees.ListAsync("HEAD", [], cancellation);
        var problems = RoleProblems.Of(configuration, [.. tracked.Select(entry => entry.Path)]);
        return problems.Count == 0 ? result : new ConfigurationResult(null, problems);
    }

    /// <summary>Which of the two files exist at the root.</summary>
    public static IReadOnlyList<string> Present(string root) =>
        [.. new[] { ConfigurationLoader.FleetFile, ConfigurationLoader.RolesFile }.Where(file => File.Exists(Path.Combine(root, file)))];

    public static string Counted(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";
}
