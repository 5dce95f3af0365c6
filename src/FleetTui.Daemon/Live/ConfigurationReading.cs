using FleetTui.Configuration;
using FleetTui.Roles;

namespace FleetTui.Daemon.Live;

/// <summary>Reads both files and judges them whole: syntax, schema, roles, trust.</summary>
internal abstract record ConfigurationReading
{
    private ConfigurationReading()
    {
    }

    public sealed record Good(ConfigurationSnapshot Snapshot) : ConfigurationReading;

    public sealed record Wrong(IReadOnlyList<ConfigurationError> Errors) : ConfigurationReading
    {
        /// <summary>One sentence: the first error, and how many more there are.</summary>
        public string Sentence => Errors.Count == 1 ? $"{Errors[0]}" : $"{Errors[0]} (and {Errors.Count - 1} more: fleet config check)";
    }

    /// <summary>It would run something the user has not agreed to.</summary>
    public sealed record Untrusted(FleetConfiguration Configuration) : ConfigurationReading;

    /// <param name="isTrusted">Whether the user trusts what this configuration can run.</param>
    public static ConfigurationReading Of(string root, string? home, Func<FleetConfiguration, bool> isTrusted)
    {
        var result = ConfigurationLoader.Load(root, home);
        if (result.Configuration is not { } configuration)
        {
            return new Wrong(result.Errors);
        }

        if (RoleProblems.Of(configuration) is { Count: > 0 } problems)
        {
            return new Wrong(problems);
        }

        return isTrusted(configuration) ? new Good(new ConfigurationSnapshot(configuration, RoleBook.Of(configuration))) : new Untrusted(configuration);
    }
}
