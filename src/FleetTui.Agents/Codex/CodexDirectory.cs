using FleetTui.Agents.Launch;
using FleetTui.Agents.Transcripts;

namespace FleetTui.Agents.Codex;

/// <summary>Where Codex keeps its login, configuration and rollouts: the account's, else CODEX_HOME, else <c>~/.codex</c>.</summary>
internal static class CodexDirectory
{
    public static string Of(TranscriptSearch search)
    {
        const string Variable = "CODEX_HOME";
        const string Home = "HOME";
        var configured = search.Account?.ConfigDirectory is { Length: > 0 } own ? own : Value(Variable) ?? search.Environment.GetValueOrDefault(Variable);
        return configured is { Length: > 0 } ? HomeDirectory.Expand(configured, search.Environment)
            : Value(Home) is { } home ? Path.Combine(home, ".codex")
            : HomeDirectory.Expand("~/.codex", search.Environment);

        string? Value(string name) => search.Account?.Environment.GetValueOrDefault(name) ?? search.Agent.Environment.GetValueOrDefault(name);
    }
}
