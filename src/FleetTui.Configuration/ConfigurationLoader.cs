using FleetTui.Configuration.Schema;

namespace FleetTui.Configuration;

/// <summary>
/// Loads <c>fleet.toml</c> and <c>roles.toml</c> of a repository. Both may be missing: then all defaults hold and there are no slots.
/// Whether domains overlap is not looked at here; that takes the rules of roles.
/// </summary>
public static class ConfigurationLoader
{
    public const string FleetFile = FleetSchema.File;

    public const string RolesFile = RolesSchema.File;

    /// <summary>Larger files are refused; nobody writes them by hand.</summary>
    public const int MaximumBytes = 4 << 20;

    /// <param name="root">The repository's root, absolute.</param>
    public static ConfigurationResult Load(string root) => Load(root, Environment.GetEnvironmentVariable("HOME"));

    /// <param name="root">The repository's root, absolute.</param>
    /// <param name="home">The user's home directory, for <c>~/</c>.</param>
    public static ConfigurationResult Load(string root, string? home)
    {
        var problems = new Problems();
        var sources = new ConfigurationSources(root, home, Bytes(root, FleetFile, problems), Bytes(root, RolesFile, problems));
        return problems.Any ? new ConfigurationResult(null, problems.Sorted()) : Read(sources);
    }

    /// <summary>The same from bytes in memory.</summary>
    public static ConfigurationResult Read(ConfigurationSources sources) => new ConfigurationReader(sources).Read();

    private static byte[]? Bytes(string root, string file, Problems problems)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(root, file));
            if (stream.Length <= MaximumBytes)
            {
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return bytes;
            }
            problems.Add(new SourcePosition(file, 1, 1), $"The file is larger than {MaximumBytes >> 20} MiB.");
        }
        catch (FileNotFoundException)
        {
        }
        catch (DirectoryNotFoundException)
        {
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(new SourcePosition(file, 1, 1), $"The file cannot be read: {failure.Message}");
        }
        return null;
    }
}
