using FleetTui.Configuration.Toml;
using FleetTui.Configuration.Trust;

namespace FleetTui.Configuration.Schema;

/// <summary>Both files, read and checked against each other.</summary>
internal sealed class ConfigurationReader(ConfigurationSources sources)
{
    private readonly Problems problems = new();

    public ConfigurationResult Read()
    {
        var fleetTable = Table(sources.FleetToml, FleetSchema.File);
        var rolesTable = Table(sources.RolesToml, RolesSchema.File);
        // A file that is no TOML says nothing; what depends on it is not complained about.
        var fleet = fleetTable is null && sources.FleetToml is not null ? null : new FleetFileReader(fleetTable, sources, problems).Read();
        var roles = rolesTable is null && sources.RolesToml is not null ? null : new RolesFileReader(rolesTable, problems).Read();
        if (roles is not null)
            SlotRules.Check(roles, fleet, sources.Root, problems);
        if (fleet is not null && roles is not null)
            BandRules.Check(fleet, roles, problems);
        if (problems.Any)
            return new ConfigurationResult(null, problems.Sorted()) { Console = fleet?.Configuration.Console };

        var configuration = fleet!.Configuration with
        {
            Roles = [.. roles!.Roles.Select(entry => entry.Definition)],
            Slots = [.. roles.Slots.Select(entry => entry.Definition)],
            SharedPaths = roles.Shared,
        };
        return new ConfigurationResult(configuration with { Digest = RunnableContent.Of(configuration).Digest }, []) { Console = configuration.Console };
    }

    private TomlTable? Table(byte[]? bytes, string file)
    {
        var result = TomlReader.Instance.Read(bytes ?? [], file);
        problems.AddRange(result.Errors);
        return result.Document;
    }
}
