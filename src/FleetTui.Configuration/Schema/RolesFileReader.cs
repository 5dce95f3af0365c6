using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema;

/// <summary><c>roles.toml</c> as read. A definition whose required keys were wrong has empty ones; rules skip those.</summary>
internal sealed record RolesFile(IReadOnlyList<RoleEntry> Roles, IReadOnlyList<SlotEntry> Slots, IReadOnlyList<string> Shared);

internal sealed record RoleEntry(RoleDefinition Definition, TableReader Source);

internal sealed record SlotEntry(SlotDefinition Definition, TableReader Source);

/// <summary>Reads <c>roles.toml</c>.</summary>
internal sealed class RolesFileReader(TomlTable? document, Problems problems)
{
    public RolesFile Read()
    {
        var root = new TableReader(document, RolesSchema.Root, "", problems);
        return new RolesFile(
            [.. root.Tables("role").Select(Role)],
            [.. root.Tables("slot").Select((table, index) => Slot(table, index + 1))],
            root.Get(RolesSchema.Shared));
    }

    private RoleEntry Role(TomlTable table)
    {
        var reader = new TableReader(table, RolesSchema.RoleTable, Called("role", table, RolesSchema.RoleName), problems);
        var name = reader.Get(RolesSchema.RoleName, "");
        var definition = new RoleDefinition(
            name,
            reader.Get(RolesSchema.Title, name),
            reader.Get(RolesSchema.Domain),
            reader.Get(RolesSchema.Prompt),
            table.Position);
        return new RoleEntry(definition, reader);
    }

    private SlotEntry Slot(TomlTable table, int number)
    {
        var reader = new TableReader(table, RolesSchema.SlotTable, Called("slot", table, RolesSchema.Id), problems);
        var id = reader.Get(RolesSchema.Id, "");
        var agent = reader.Get(RolesSchema.Agent);
        var definition = new SlotDefinition(
            number,
            id,
            reader.Get(RolesSchema.Label, id),
            reader.Get(RolesSchema.Role),
            agent,
            reader.Get(RolesSchema.Account),
            reader.Get(RolesSchema.Worktree, $".claude/worktrees/instance-{id}"),
            reader.Get(RolesSchema.Branch, $"{agent}/{id}-wip"),
            reader.Get(RolesSchema.Band, number - 1),
            reader.Get(RolesSchema.Start),
            table.Position)
        {
            CommitOnStop = reader.Has(RolesSchema.CommitOnStop) ? reader.Get(RolesSchema.CommitOnStop, false) : null,
        };
        return new SlotEntry(definition, reader);
    }

    /// <summary>"slot ps2" when it says its name, else "[[slot]]".</summary>
    private static string Called(string what, TomlTable table, SchemaKey key) =>
        table[key.Name] is TomlString { Value.Length: > 0 and <= 40 } name ? $"{what} {name.Value}" : $"this [[{what}]]";
}
