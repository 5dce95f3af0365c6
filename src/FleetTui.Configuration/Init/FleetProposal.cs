using System.Text;
using FleetTui.Configuration.Toml.Editing;

namespace FleetTui.Configuration.Init;

/// <summary>The two files that <c>fleet init</c> writes: pure text from facts.</summary>
public static class FleetProposal
{
    /// <summary>Where the worktrees of all slots lie, relative to the root.</summary>
    public const string WorktreeDirectory = ".claude/worktrees";

    /// <summary>Directories of migrations that were found and understood.</summary>
    public static IReadOnlyList<string> Migrations(RepositoryFacts facts) => FoundMigrations.In(facts.Tracked, facts.Read).Directories;

    public static string FleetToml(RepositoryFacts facts)
    {
        var tree = new TrackedTree(facts.Tracked);
        var migrations = FoundMigrations.In(facts.Tracked, facts.Read);
        var text = new StringBuilder()
            .Append("# How the fleet of this repository runs. Who does what stands in roles.toml.\n")
            .Append("# Every key with its default is in docs/configuration.md of FleetTui; `fleet config check` finds mistakes.\n")
            .Append("# What can run from here (agents, setup, checks) does so only after `fleet trust`.\n\n")
            .Append($"name = {TomlWriter.Text(facts.Name)}\n\n")
            .Append("[landing]\n");
        text.Append(facts.Remote is null
            ? "# No remote was found. Nothing lands until there is one: git remote add origin URL\n# remote = \"origin\"\n"
            : $"remote = {TomlWriter.Text(facts.Remote)}\n");
        text.Append(facts.Branch is null ? "# branch = \"main\"            # by default the remote's own default branch\n" : $"branch = {TomlWriter.Text(facts.Branch)}\n");
        text.Append("# Commands that must succeed on what is about to land:\n").Append($"# checks = [{TomlWriter.Text(Check(tree))}]\n\n");

        text.Append("[worktrees]\n# Ignored files that a new worktree needs, and commands that make it ready:\n")
            .Append($"# copy = [{string.Join(", ", facts.Ignored.DefaultIfEmpty(".env").Select(TomlWriter.Text))}]\n")
            .Append($"# setup = [{TomlWriter.Text(Setup(tree))}]\n\n")
            .Append("[migrations]\n");
        text.Append(migrations.Grammar is { } grammar
            ? $"directories = [{string.Join(", ", migrations.Directories.Select(TomlWriter.Text))}]\ngrammar = {TomlWriter.Text(grammar)}\n"
            : "# Directories whose migrations must not get the same timestamp, and the tool that names their files:\n# directories = [\"supabase/migrations\"]\n# grammar = \"supabase\"\n");
        foreach (var other in migrations.Others)
            text.Append($"# {Comment(other)} holds migrations named otherwise; they are not checked.\n");
        text.Append("\n# Agents start as `claude` and `codex`. Options, or another program:\n")
            .Append("# [agents.claude]\n# command = [\"claude\", \"--permission-mode\", \"acceptEdits\"]\n\n")
            .Append("# Further logins, for slots to name with account = \"second\":\n")
            .Append("# [accounts.second]\n# agent = \"claude\"\n# config-dir = \"~/.claude-second\"\n");
        return text.ToString();
    }

    public static string RolesToml(RepositoryFacts facts)
    {
        var tree = new TrackedTree(facts.Tracked);
        var migrations = FoundMigrations.In(facts.Tracked, facts.Read).Directories;
        var text = new StringBuilder()
            .Append("# The lock file of the fleet: which role may change what, and which slot holds it.\n")
            .Append("# Domains are globs with .gitignore's meaning. No path may lie in two of them; one slot holds a role at a time.\n")
            .Append("# `fleet role assign SLOT ROLE` (prefix A in the console) rewrites a slot's role and keeps your comments.\n\n")
            .Append("# Paths that every role may change besides its own.\n")
            .Append($"shared = [{string.Join(", ", migrations.Select(directory => TomlWriter.Text(directory + "/**")))}]\n");
        if (Unowned(tree) is { Count: > 0 } unowned)
            text.Append($"\n# No role owns {string.Join(", ", unowned.Select(directory => Comment(directory) + "/"))}: only free slots and roles with an empty domain may change them.\n");
        foreach (var role in ProposedRole.All)
            Append(text, role, tree);
        foreach (var slot in ProposedSlot.All)
            Append(text, slot);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ProposedRole role, TrackedTree tree)
    {
        var domain = role.Domain(tree);
        var note = domain.Count == 0 ? "   # what no role owns"
            : ReferenceEquals(domain, role.Fallback) ? "   # nothing of it is here yet"
            : "";
        text.Append("\n[[role]]\n")
            .Append($"name   = {TomlWriter.Text(role.Name)}\n")
            .Append($"title  = {TomlWriter.Text(role.Title)}\n")
            .Append($"domain = [{string.Join(", ", domain.Select(TomlWriter.Text))}]{note}\n")
            .Append($"prompt = {TomlWriter.Text(role.Prompt)}\n");
    }

    private static void Append(StringBuilder text, ProposedSlot slot) => text
        .Append("\n[[slot]]\n")
        .Append($"id       = {TomlWriter.Text(slot.Id)}\n")
        .Append($"label    = {TomlWriter.Text(slot.Label)}\n")
        .Append($"role     = {TomlWriter.Text(slot.Role)}{(slot.Role.Length == 0 ? "   # free" : "")}\n")
        .Append($"agent    = {TomlWriter.Text(slot.Agent)}\n")
        .Append($"worktree = {TomlWriter.Text(slot.Worktree)}\n")
        .Append($"branch   = {TomlWriter.Text(slot.Branch)}\n");

    private static List<string> Unowned(TrackedTree tree)
    {
        var owned = ProposedRole.All.SelectMany(role => role.Domain(tree)).Select(glob => glob.TrimStart('/').Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        return [.. tree.TopDirectories.Where(directory => !owned.Contains(directory))];
    }

    private static string Check(TrackedTree tree) =>
        tree.HasFile("pubspec.yaml") ? "dart analyze" : tree.HasFile("package.json") ? "npm test" : tree.HasFile("Cargo.toml") ? "cargo check" : tree.HasFile("go.mod") ? "go vet ./..." : "make check";

    private static string Setup(TrackedTree tree) =>
        tree.HasFile("pubspec.yaml") ? "flutter pub get" : tree.HasFile("package.json") ? "npm ci" : tree.HasFile("go.mod") ? "go mod download" : "make setup";

    /// <summary>A path as it may stand in a comment, where control characters are not allowed.</summary>
    private static string Comment(string path) => path.Any(char.IsControl) ? TomlWriter.Text(path) : path;
}
