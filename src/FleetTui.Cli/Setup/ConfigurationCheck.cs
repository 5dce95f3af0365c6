using FleetTui.Configuration;
using FleetTui.Configuration.Toml;
using FleetTui.Console.Commands;
using FleetTui.Console.Keys;
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

        if (KeyProblems(repository.Root, configuration.Console) is { Count: > 0 } keys)
        {
            return new ConfigurationResult(null, keys);
        }

        // Overlaps are easier to understand by a path that exists.
        var tracked = await repository.Trees.ListAsync("HEAD", [], cancellation);
        var problems = RoleProblems.Of(configuration, [.. tracked.Select(entry => entry.Path)]);
        return problems.Count == 0 ? result : new ConfigurationResult(null, problems);
    }

    /// <summary>The console alone knows its commands and keys; where each stands is in the file.</summary>
    private static List<ConfigurationError> KeyProblems(string root, ConsoleSettings console)
    {
        if (console.Keys.Count == 0)
        {
            return [];
        }

        var document = TomlReader.Instance.Read(File.ReadAllBytes(Path.Combine(root, ConfigurationLoader.FleetFile)), ConfigurationLoader.FleetFile).Document;
        var entries = ((document?["console"] as TomlTable)?["keys"] as TomlTable)?.Entries ?? [];
        IReadOnlyList<string> Problems(IReadOnlyDictionary<string, string> keys) =>
            new KeyTables(console.Prefix, console.AltKeys, console.VimNavigation, keys, CommandTable.Default.Has).Problems;

        // Each alone, for its place in the file; then what only shows when they stand together.
        var alone = entries.Where(entry => console.Keys.ContainsKey(entry.Name))
            .SelectMany(entry => Problems(new Dictionary<string, string> { [entry.Name] = console.Keys[entry.Name] }).Select(problem => new ConfigurationError(entry.Position, problem, null)))
            .ToList();
        var told = alone.Select(problem => problem.Message).ToHashSet(StringComparer.Ordinal);
        foreach (var problem in Problems(console.Keys).Where(problem => !told.Contains(problem)))
        {
            var entry = entries.FirstOrDefault(entry => problem.StartsWith($"console.keys.\"{entry.Name}\"", StringComparison.Ordinal)) ?? entries[0];
            alone.Add(new ConfigurationError(entry.Position, problem, null));
        }

        return alone;
    }

    /// <summary>Which of the two files exist at the root.</summary>
    public static IReadOnlyList<string> Present(string root) =>
        [.. new[] { ConfigurationLoader.FleetFile, ConfigurationLoader.RolesFile }.Where(file => File.Exists(Path.Combine(root, file)))];

    public static string Counted(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";
}
