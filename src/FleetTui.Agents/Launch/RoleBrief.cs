using FleetTui.Configuration;

namespace FleetTui.Agents.Launch;

/// <summary>What an agent is told of its role.</summary>
public static class RoleBrief
{
    public static string Text(RoleDefinition role)
    {
        var prompt = role.Prompt.Trim();
        var may = role.Domain.Count == 0
            ? "You may change only: what no role in roles.toml owns."
            : $"You may change only: {string.Join(", ", role.Domain)}.";
        return $"""
            You are one of several agents working in this repository at once, each in a git worktree of its own. Your role is "{role.Name}" ({role.Title}).
            {prompt}
            {may} What roles.toml lists as shared is everybody's. Do not change any other path: say what should change there instead. A commit that does is held.
            A new database migration gets its path from `fleet migration next --name NAME`, never from a time of your own making.
            Commit on the branch that is checked out. Never push, pull, rebase or switch branches: your commits are landed for you.
            """.ReplaceLineEndings("\n");
    }
}
