using System.Text;

namespace FleetTui.Cli.Demo.Sandbox;

/// <summary>What the sandbox's repository begins with.</summary>
internal static class SandboxFiles
{
    private static readonly string[] Names = ["alpha", "bravo", "delta", "harbor", "meadow", "signal", "ledger"];

    /// <summary>Path in the repository and content.</summary>
    public static IEnumerable<(string Path, string Content)> All(string root, bool brisk)
    {
        yield return ("README.md", "# The demo's repository\n\nThrow-away: scripted agents work here, and the lane lands what they commit.\n");
        yield return ("CHANGELOG.md", "# Changes\n\n");
        yield return (".gitignore", ".claude/worktrees/\n");
        yield return ("fleet.toml", FleetFile(root, brisk));
        yield return ("roles.toml", RolesFile());
        yield return ("supabase/migrations/20260101000000_begin.sql", "create table change (id bigint primary key);\n");
        foreach (var folder in DemoRoles.Roles.SelectMany(role => role.Folders))
        {
            foreach (var name in Names)
            {
                yield return ($"{folder}/{name}.md", $"# {name} of {folder}\n\n- The beginning.\n");
            }
        }
    }

    private static string FleetFile(string root, bool brisk) =>
        $"""
        # The demo's fleet. Your own is written by `fleet init`.
        name = "demo"

        [landing]
        debounce = "1s"

        [migrations]
        directories = ["supabase/migrations"]

        [agents.scripted]
        command = ["bash", "{SandboxPrograms.Folder(root)}/{SandboxPrograms.Agent}", "{root}", "{(brisk ? "brisk" : "calm")}"]
        restart = "on-crash"

        """;

    private static string RolesFile()
    {
        var text = new StringBuilder("# Who may change what. `fleet role assign` (or the prefix, then A) rewrites it and keeps the comments.\n");
        text.Append("shared = [\"supabase/migrations/**\", \"CHANGELOG.md\"]\n");
        foreach (var role in DemoRoles.Roles)
        {
            var domain = string.Join(", ", role.Folders.Select(folder => $"\"{folder}/**\""));
            text.Append($"\n[[role]]\nname = \"{role.Name}\"\ntitle = \"{role.Title}\"\ndomain = [{domain}]\n");
        }

        foreach (var slot in DemoRoles.Slots)
        {
            text.Append($"\n[[slot]]\nid = \"{slot.Id}\"\nlabel = \"{slot.Label}\"\nrole = \"{slot.Role}\"\nagent = \"scripted\"\n");
            text.Append($"worktree = \".claude/worktrees/instance-{slot.Id}\"\nbranch = \"{slot.Branch}\"\n");
        }

        return text.ToString();
    }
}
