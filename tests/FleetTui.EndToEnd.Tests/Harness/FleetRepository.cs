using System.Text;
using FleetTui.Testing;

namespace FleetTui.EndToEnd.Tests.Harness;

/// <summary>A user's repository with an origin and a small fleet of plain shells: slots a, b, c… each with the role of its name over the folder of its name.</summary>
public sealed class FleetRepository : IDisposable
{
    private readonly GitSandbox _git = new();

    public FleetRepository(int slots = 3, string landing = "")
    {
        var names = Enumerable.Range(0, slots).Select(i => (char)('a' + i)).ToList();
        var roles = new StringBuilder("# Kept comment\nshared = [\"shared/**\", \"supabase/migrations/**\"]\n");
        foreach (var name in names)
        {
            roles.Append($"\n[[role]]\nname = \"role-{name}\"\ndomain = [\"{name}/**\"]\n");
            _git.Write(_git.Hub, $"{name}/begin.txt", "begin\n");
        }

        roles.Append("\n[[role]]\nname = \"spare\"\ndomain = [\"spare/**\"]\n");
        foreach (var name in names)
        {
            roles.Append($"\n[[slot]]\nid = \"{name}\"\nrole = \"role-{name}\"\nagent = \"sh\"\n");
        }

        _git.Write(_git.Hub, "shared/list.txt", "begin\n");
        _git.Write(_git.Hub, ".gitignore", ".claude/\n");
        _git.Write(_git.Hub, "roles.toml", roles.ToString());
        _git.Write(_git.Hub, "fleet.toml", $"name = \"e2e\"\n[landing]\ndebounce = \"0s\"\n{landing}\n[migrations]\ndirectories = [\"supabase/migrations\"]\n");
        _git.Git(_git.Hub, "checkout", "-q", "main");
        _git.CommitAll(_git.Hub, "Set up the fleet");
        _git.Git(_git.Hub, "push", "-q", "origin", "main");
    }

    public GitSandbox Git => _git;

    public string Root => _git.Hub;

    public string RolesFile => Path.Combine(Root, "roles.toml");

    public string Worktree(string slot) => Path.Combine(Root, ".claude", "worktrees", $"instance-{slot}");

    public void Dispose() => _git.Dispose();
}
