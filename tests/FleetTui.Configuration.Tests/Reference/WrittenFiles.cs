using System.Text;
using FleetTui.Configuration.Schema;

namespace FleetTui.Configuration.Tests.Reference;

/// <summary>The reference page and the two examples as the schema says them.</summary>
internal static class WrittenFiles
{
    /// <summary>All commented out: each line shows a default. Prose has a blank after its #, what can be taken over has none.</summary>
    public static string FleetExample()
    {
        var text = new StringBuilder("""
            # fleet.toml: how the fleet of a repository runs. It lies in the repository's root, beside roles.toml.
            # `fleet init` writes a short one. Here is every key: a line that begins with # and no blank is a key with its default
            # (or, where it has none, an example); take the # away to change it. `fleet config check` finds mistakes.

            """);
        foreach (var table in FleetSchema.Tables)
        {
            text.Append('\n').Append($"# {table.Summary}\n");
            if (table.Path.Length > 0)
                text.Append($"#[{Samples.Path(table)}]\n");
            if (table == FleetSchema.Keys)
                text.Append("#zoom = \"Z\"\n#land = \"-n M-y\"\n");
            foreach (var key in table.Keys)
                text.Append($"# {key.Summary}\n#{key.Name} = {Samples.Of(table, key)}\n");
        }
        return text.ToString();
    }

    public static string RolesExample()
    {
        var text = new StringBuilder("""
            # roles.toml: the lock file of a fleet. It lies in the repository's root, beside fleet.toml.
            # `fleet init` writes one with twelve slots. Here is every key of a role and of a slot.

            """);
        foreach (var table in RolesSchema.Tables)
        {
            text.Append('\n').Append($"# {table.Summary}\n");
            if (table.Repeated)
                text.Append($"[[{table.Path}]]\n");
            foreach (var key in table.Keys)
                text.Append($"# {key.Summary}\n{key.Name} = {Samples.Of(table, key)}\n");
        }
        return text.ToString();
    }

    /// <summary>The part of docs/configuration.md below its introduction.</summary>
    public static string Tables()
    {
        var text = new StringBuilder();
        foreach (var table in FleetSchema.Tables.Concat(RolesSchema.Tables))
        {
            var header = table.Path.Length == 0 ? $"top of {table.File}" : table.Repeated ? $"`[[{table.Path}]]`" : $"`[{table.Path}]`";
            if (table.Path.Length == 0)
                text.Append($"## {table.File}\n\n");
            text.Append($"### {char.ToUpperInvariant(header[0])}{header[1..]}\n\n{table.Summary}\n\n");
            if (table.Keys.Count == 0)
                continue;
            text.Append("| key | default | must be | what it does |\n| --- | --- | --- | --- |\n");
            foreach (var key in table.Keys)
                text.Append($"| `{key.Name}` | {Default(key)} | {Cell(key.Expected)} | {Cell(key.Summary)} |\n");
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Default(SchemaKey key) => key.Required ? "required" : key.Default is null ? "see right" : $"`{key.Default}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
