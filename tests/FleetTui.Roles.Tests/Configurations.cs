using FleetTui.Configuration;

namespace FleetTui.Roles.Tests;

internal static class Configurations
{
    /// <summary>A configuration of these roles and slots and nothing else.</summary>
    public static FleetConfiguration With(IEnumerable<(string Name, string[] Domain)> roles, IEnumerable<(string Id, string Role)> slots, params string[] shared) => new(
        "fleet",
        new ConsoleSettings("C-b", true, true, "dark", false, false, new Dictionary<string, string>()),
        new TerminalSettings(10_000, true),
        new WorktreeSettings([], [], TimeSpan.FromMinutes(5)),
        new LandingSettings(LandingMode.Train, "", "", TimeSpan.FromSeconds(2), [], TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1), 1 << 20, 5),
        new MigrationSettings([], "supabase", MigrationScheme.Comb, TimeSpan.FromMinutes(5), new Dictionary<string, BandDefinition>()),
        new ApiSettings(false, 0),
        new Dictionary<string, AgentDefinition>(),
        new Dictionary<string, AccountDefinition>(),
        [.. roles.Select((role, index) => new RoleDefinition(role.Name, role.Name, role.Domain, "", new("roles.toml", 10 * index + 1, 1)))],
        [.. slots.Select((slot, index) => new SlotDefinition(index + 1, slot.Id, slot.Id, slot.Role, "sh", "", $".claude/worktrees/{slot.Id}", $"claude/{slot.Id}", index, true, new("roles.toml", 100 + 10 * index, 1)))],
        shared,
        "");
}
