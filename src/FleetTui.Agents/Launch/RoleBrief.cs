using FleetTui.Configuration;

namespace FleetTui.Agents.Launch;

/// <summary>What an agent is told of its role.</summary>
public static class RoleBrief
{
    public static string Text(RoleDefinition role)
    {
        var domain = string.Join(", ", role.Domain);
        var prompt = role.Prompt.Trim();
        return $"""
            You are one of several agents working in this repository at once, each in a git worktree of its own. Your role is "{role.Name}" ({role.Title}).
            {prompt}
            You may change only: {domain}. Every other path belongs to another role: do not change it, say what should change instead.
            Commit on the branch that is checked out. Never push, pull, rebase or switch branches: your commits are landed for you.
            """.ReplaceLineEndings("\n");
    }
}
