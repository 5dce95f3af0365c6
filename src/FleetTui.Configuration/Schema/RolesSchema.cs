using FleetTui.Configuration.Schema.Shapes;

namespace FleetTui.Configuration.Schema;

/// <summary>The keys of <c>roles.toml</c>.</summary>
internal static class RolesSchema
{
    public const string File = "roles.toml";

    public static readonly SchemaKey<IReadOnlyList<string>> Shared = new("shared", GlobShape.Globs, "[]", "Paths that every role may change besides its own domain, for example the migrations.");

    public static readonly SchemaKey<string> RoleName = new("name", CommonShapes.Name, null, "What slots and commands call it; unique.") { Required = true };
    public static readonly SchemaKey<string> Title = new("title", CommonShapes.Line, null, "What people call it; the name unless given.");
    public static readonly SchemaKey<IReadOnlyList<string>> Domain = new("domain", GlobShape.Globs, "[]", "The paths it may change, as globs with .gitignore's meaning. No path may lie in two roles' domains. Empty: what no role owns.");
    public static readonly SchemaKey<string> Prompt = new("prompt", TextShape.Any, "\"\"", "What its agent is told about its work.");

    public static readonly SchemaKey<string> Id = new("id", SlotIdShape.Instance, null, "What commands, branches and worktrees call it; unique.") { Required = true };
    public static readonly SchemaKey<string> Label = new("label", CommonShapes.Line, null, "What the console calls it; the id unless given.");
    public static readonly SchemaKey<string> Role = new("role", CommonShapes.OptionalName, "\"\"", "The role it holds; empty: free. `fleet role assign` rewrites it.");
    public static readonly SchemaKey<string> Agent = new("agent", CommonShapes.Name, "\"claude\"", "claude, codex, sh, or a name from [agents] of fleet.toml.");
    public static readonly SchemaKey<string> Account = new("account", CommonShapes.OptionalName, "\"\"", "A name from [accounts] of fleet.toml; empty: the agent's own login.");
    public static readonly SchemaKey<string> Worktree = new("worktree", CommonShapes.Path, null, "Its git worktree, relative to the root or absolute; .claude/worktrees/instance-ID unless given.");
    public static readonly SchemaKey<string> Branch = new("branch", RefShape.Branch, null, "Its branch; AGENT/ID-wip unless given.");
    public static readonly SchemaKey<int> Band = new("band", new NumberShape(0, 59), null, "Its tooth of the comb for migration timestamps, from 0; its place in the file unless given.");
    public static readonly SchemaKey<bool> Start = new("start", FlagShape.Instance, "true", "Whether `fleet up` without names starts it.");
    public static readonly SchemaKey<bool> CommitOnStop = new("commit-on-stop", FlagShape.Instance, null, "Whether what it may change is committed when its agent finishes a turn; as landing.commit-on-stop of fleet.toml unless given.");

    public static readonly SchemaTable Root = new(File, "", "The lock file of the fleet.", Repeated: false, [Shared], ["role", "slot"]);
    public static readonly SchemaTable RoleTable = new(File, "role", "A role: a domain of work that at most one slot holds.", Repeated: true, [RoleName, Title, Domain, Prompt], []);
    public static readonly SchemaTable SlotTable = new(File, "slot", "A slot: a terminal with an agent and a worktree of its own.", Repeated: true, [Id, Label, Role, Agent, Account, Worktree, Branch, Band, Start, CommitOnStop], []);

    public static IReadOnlyList<SchemaTable> Tables { get; } = [Root, RoleTable, SlotTable];
}
