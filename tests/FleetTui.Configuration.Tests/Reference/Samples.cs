using FleetTui.Configuration.Schema;

namespace FleetTui.Configuration.Tests.Reference;

/// <summary>What the examples show where a key has no fixed default, and for the names users pick.</summary>
internal static class Samples
{
    private static readonly Dictionary<(string Table, string Key), string> Values = new()
    {
        [("", "name")] = "\"my-project\"",
        [("migrations.bands.SLOT", "from")] = "\"00:10:00\"",
        [("migrations.bands.SLOT", "to")] = "\"01:00:00\"",
        [("agents.NAME", "kind")] = "\"claude\"",
        [("agents.NAME", "command")] = "[\"claude\"]",
        [("agents.NAME", "restart")] = "\"on-crash\"",
        [("accounts.NAME", "agent")] = "\"claude\"",
        [("role", "name")] = "\"blog\"",
        [("role", "title")] = "\"Blog dispatch\"",
        [("role", "domain")] = "[\"blog/**\", \"docs/articles/**\"]",
        [("role", "prompt")] = "\"You write blog posts and dispatch them.\"",
        [("slot", "id")] = "\"ps2\"",
        [("slot", "label")] = "\"PS#2\"",
        [("slot", "role")] = "\"blog\"",
        [("slot", "worktree")] = "\".claude/worktrees/instance-ps2\"",
        [("slot", "branch")] = "\"claude/ps2-wip\"",
        [("slot", "band")] = "0",
        [("slot", "commit-on-stop")] = "false",
        [("roles", "shared")] = "[\"supabase/migrations/**\"]",
    };

    public static string Of(SchemaTable table, SchemaKey key) =>
        Values.GetValueOrDefault((table.Path, key.Name)) ?? key.Default ?? throw new InvalidOperationException($"{table.Path}.{key.Name} needs a sample");

    /// <summary>The table's path with a name in place of the capitals.</summary>
    public static string Path(SchemaTable table) => table.Path
        .Replace("agents.NAME", "agents.claude", StringComparison.Ordinal)
        .Replace("accounts.NAME", "accounts.second", StringComparison.Ordinal)
        .Replace("SLOT", "ps2", StringComparison.Ordinal);
}
