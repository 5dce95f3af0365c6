using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema;

/// <summary>Reads <c>[agents.NAME]</c> on top of the agents that need no table.</summary>
internal static class AgentTables
{
    private static readonly IReadOnlyDictionary<string, string> NoEnvironment = new Dictionary<string, string>();

    public static IReadOnlyList<AgentDefinition> BuiltIn { get; } =
    [
        new("claude", "claude", ["claude"], NoEnvironment, "on-crash"),
        new("codex", "codex", ["codex"], NoEnvironment, "on-crash"),
        new("sh", "command", ["sh"], NoEnvironment, "never"),
    ];

    public static IReadOnlyDictionary<string, AgentDefinition> Read(TomlTable? table, Problems problems)
    {
        var agents = BuiltIn.ToDictionary(agent => agent.Name, StringComparer.Ordinal);
        foreach (var entry in table?.Entries ?? [])
        {
            if (!NamedTable.TryRead(entry, "agents", problems, out var own))
                continue;
            var reader = new TableReader(own, FleetSchema.Agent, $"agents.{entry.Name}", problems);
            var known = agents.GetValueOrDefault(entry.Name);
            var kind = reader.Get(FleetSchema.AgentKind, known?.Kind ?? "command");
            if (known is null && !reader.Has(FleetSchema.AgentCommand))
                problems.Add(reader.Position, $"agents.{entry.Name}.command is missing; it must be {FleetSchema.AgentCommand.Expected}.", $"command = [\"{entry.Name}\"]");
            agents[entry.Name] = new AgentDefinition(
                entry.Name,
                kind,
                reader.Get(FleetSchema.AgentCommand, known?.Command ?? []),
                reader.Get(FleetSchema.AgentEnvironment),
                reader.Get(FleetSchema.AgentRestart, known?.Restart ?? (kind == "command" ? "never" : "on-crash")));
        }
        return agents;
    }
}
