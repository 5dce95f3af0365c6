using FleetTui.Agents.Launch;
using FleetTui.Configuration;

namespace FleetTui.Agents.Claude;

/// <summary>Where Claude Code keeps its login, transcripts and sessions: the account's, else CLAUDE_CONFIG_DIR, else <c>~/.claude</c>.</summary>
internal static class ClaudeDirectory
{
    public static string Of(AgentDefinition agent, AccountDefinition? account, IReadOnlyDictionary<string, string> environment)
    {
        const string Variable = "CLAUDE_CONFIG_DIR";
        var configured = account?.ConfigDirectory is { Length: > 0 } own ? own
            : account?.Environment.GetValueOrDefault(Variable) ?? agent.Environment.GetValueOrDefault(Variable) ?? environment.GetValueOrDefault(Variable);
        if (configured is not null)
        {
            return HomeDirectory.Expand(configured, environment);
        }

        // Its own home, which its environment may set to another than ours.
        const string Home = "HOME";
        return (account?.Environment.GetValueOrDefault(Home) ?? agent.Environment.GetValueOrDefault(Home)) is { } home
            ? Path.Combine(home, ".claude")
            : HomeDirectory.Expand("~/.claude", environment);
    }
}
