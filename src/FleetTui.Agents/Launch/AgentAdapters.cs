using FleetTui.Agents.Claude;
using FleetTui.Agents.Codex;
using FleetTui.Configuration;

namespace FleetTui.Agents.Launch;

/// <summary>The adapter for a definition's kind.</summary>
public static class AgentAdapters
{
    private static readonly ClaudeAdapter Claude = new();
    private static readonly CodexAdapter Codex = new();
    private static readonly CommandAdapter Command = new();

    public static IAgentAdapter For(AgentDefinition agent) => agent.Kind switch
    {
        "claude" => Claude,
        "codex" => Codex,
        _ => Command,
    };
}
