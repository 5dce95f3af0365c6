using FleetTui.Testing;

namespace FleetTui.LandingSoak;

/// <summary>The invariant: every commit once, main as its gates want it, nothing left lying about. Null: it holds.</summary>
internal static class FleetCheck
{
    internal static string? Commits(GitSandbox sandbox, int slots, FleetModel model)
    {
        var main = sandbox.Subjects().Select(Id).ToList();
        if (main.CountBy(static id => id).FirstOrDefault(static one => one.Value > 1) is { Key: { } twice })
            return $"{twice} is on main more than once";
        if (sandbox.Git(sandbox.Origin, "log", "--merges", "--format=%H", "refs/heads/main").Length > 0)
            return "main is not linear";
        var there = main.ToHashSet(StringComparer.Ordinal);
        for (var slot = 1; slot <= slots; slot++)
        {
            var mine = sandbox.Git(sandbox.Slot(slot), "log", "--format=%s", "HEAD").Split('\n').Select(Id).ToHashSet(StringComparer.Ordinal);
            if (model.Wanted.FirstOrDefault(one => one.Value == slot && !there.Contains(one.Key) && !mine.Contains(one.Key)) is { Key: { } lost })
                return $"{lost} of s{slot} is neither on main nor in its slot";
        }

        return model.Wanted.FirstOrDefault(one => one.Value == 0 && !there.Contains(one.Key)) is { Key: { } outside } ? $"{outside} of the outsider is gone from main" : null;
    }

    internal static string? Gates(GitSandbox sandbox)
    {
        var versions = sandbox.Git(sandbox.Origin, "ls-tree", "--name-only", "refs/heads/main", "db/").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static path => path["db/".Length..].Split('_')[0]);
        if (versions.CountBy(static version => version).FirstOrDefault(static one => one.Value > 1) is { Key: { } twice })
            return $"two migrations on main have the version {twice}";
        foreach (var commit in sandbox.Git(sandbox.Origin, "log", "--no-renames", "--name-only", "--format=%x01%B%x02", "refs/heads/main").Split('\u0001', StringSplitOptions.RemoveEmptyEntries))
        {
            var (message, paths) = (commit.Split('\u0002')[0], commit.Split('\u0002')[1].Split('\n', StringSplitOptions.RemoveEmptyEntries));
            var words = message.Split([' ', '\n']);
            if (words.Length < 2 || words[1] is not ['s', ..] || message.Contains(RandomAgents.Override, StringComparison.Ordinal))
                continue;
            if (paths.FirstOrDefault(path => !path.StartsWith(words[1] + "/", StringComparison.Ordinal) && !path.StartsWith("shared/", StringComparison.Ordinal) && !path.StartsWith("db/", StringComparison.Ordinal)) is { } foreign)
                return $"{words[0]} of {words[1]} changed {foreign} on main";
        }

        return null;
    }

    internal static string? Leftovers(GitSandbox sandbox, int slots)
    {
        var git = Path.Combine(sandbox.Hub, ".git");
        if (Directory.EnumerateFiles(git, "*.lock", SearchOption.AllDirectories).FirstOrDefault(static file => !file.EndsWith("lane.lock", StringComparison.Ordinal)) is { } left)
            return $"a lock is left: {left}";
        if (sandbox.Git(sandbox.Hub, "for-each-ref", "refs/fleet/train") is { Length: > 0 } train)
            return $"a train is left: {train}";
        var worktrees = sandbox.Git(sandbox.Hub, "worktree", "list").Split('\n');
        return worktrees.Length == slots + 1 ? null : $"a worktree is left: {string.Join("; ", worktrees)}";
    }

    private static string Id(string subject) => subject.Split(' ')[0];
}
