using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema;

/// <summary>Reads <c>[accounts.NAME]</c>.</summary>
internal static class AccountTables
{
    public static IReadOnlyDictionary<string, AccountDefinition> Read(
        TomlTable? table, IReadOnlyDictionary<string, AgentDefinition> agents, string? home, Problems problems)
    {
        var accounts = new Dictionary<string, AccountDefinition>(StringComparer.Ordinal);
        foreach (var entry in table?.Entries ?? [])
        {
            if (!NamedTable.TryRead(entry, "accounts", problems, out var own))
                continue;
            var reader = new TableReader(own, FleetSchema.Account, $"accounts.{entry.Name}", problems);
            var agent = reader.Get(FleetSchema.AccountAgent, "");
            if (agent.Length > 0 && !agents.ContainsKey(agent))
                problems.Add(reader.PositionOf(FleetSchema.AccountAgent), $"accounts.{entry.Name} is for the agent {agent}, which does not exist.", NearestName.Advice(agent, [.. agents.Keys]));
            var directory = reader.Get(FleetSchema.ConfigDirectory);
            if (directory.StartsWith("~/", StringComparison.Ordinal))
            {
                if (string.IsNullOrEmpty(home))
                    problems.Add(reader.PositionOf(FleetSchema.ConfigDirectory), $"accounts.{entry.Name}.config-dir begins with ~/, but HOME is not set.");
                else
                    directory = Path.Combine(home, directory[2..]);
            }
            accounts[entry.Name] = new AccountDefinition(entry.Name, agent, directory, reader.Get(FleetSchema.AccountEnvironment));
        }
        return accounts;
    }
}
