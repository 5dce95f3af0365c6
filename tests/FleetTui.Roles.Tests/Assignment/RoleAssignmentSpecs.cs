using FleetTui.Roles.Assignment;
using FleetTui.Storage;
using FleetTui.Testing;

namespace FleetTui.Roles.Tests.Assignment;

public sealed class RoleAssignmentSpecs : IDisposable
{
    private const string Roles = """
        # our fleet
        [[role]]
        name = "ui"      # the app
        domain = ["lib/**"]

        [[role]]
        name = "blog"
        domain = ["blog/**"]

        [[slot]]
        id = "ps1"
        role = "ui"   # since spring
        agent = "sh"

        [[slot]]
        id = "ps2"
        role = "blog"
        agent = "sh"
        """;

    private readonly TemporaryDirectory directory = new();
    private readonly FleetDatabase database;
    private readonly RoleHistory history;
    private readonly RoleAssignment assignment;

    public RoleAssignmentSpecs()
    {
        File.WriteAllText(directory["roles.toml"], Roles);
        database = Assert.IsType<DatabaseOpening.Opened>(FleetDatabase.Open(directory["fleet.db"], RoleHistory.Steps)).Database;
        history = new(database, TimeProvider.System);
        assignment = new(directory.Path, history);
    }

    [Fact]
    public void A_swap_rewrites_both_slots_keeps_every_comment_and_is_recorded()
    {
        var outcome = Assert.IsType<AssignmentOutcome.Decided>(assignment.Assign("ps1", "blog", swap: true, "quota"));
        Assert.IsType<AssignmentDecision.Swapped>(outcome.Decision);
        var expected = Roles.Replace("role = \"ui\" ", "role = \"\" ", StringComparison.Ordinal)
            .Replace("role = \"blog\"", "role = \"ui\"", StringComparison.Ordinal)
            .Replace("role = \"\" ", "role = \"blog\" ", StringComparison.Ordinal);
        Assert.Equal(expected, File.ReadAllText(directory["roles.toml"]));
        Assert.Equal(["ps2", "ps1"], history.Of("blog").Select(change => change.Slot));
    }

    [Fact]
    public void What_the_file_says_now_decides_not_what_it_said_before()
    {
        File.WriteAllText(directory["roles.toml"], Roles.Replace("\"blog\"\nagent", "\"\"\nagent", StringComparison.Ordinal));
        Assert.IsType<AssignmentDecision.Assigned>(Assert.IsType<AssignmentOutcome.Decided>(assignment.Assign("ps1", "blog", swap: false, "")).Decision);
    }

    [Theory]
    [InlineData("ps1", "blog", false)] // held
    [InlineData("ps1", "wiki", true)] // unknown
    [InlineData("ps2", "blog", true)] // so already
    public void What_is_refused_or_changes_nothing_leaves_file_and_history_alone(string slot, string role, bool swap)
    {
        Assert.Empty(Assert.IsType<AssignmentOutcome.Decided>(assignment.Assign(slot, role, swap, "")).Decision.Changes);
        Assert.Equal(Roles, File.ReadAllText(directory["roles.toml"]));
        Assert.Empty(history.Of("blog"));
    }

    [Fact]
    public void A_preview_changes_nothing()
    {
        Assert.True(Assert.IsType<AssignmentOutcome.Decided>(assignment.Preview("ps1", "blog", swap: true)).Decision.Accepted);
        Assert.Equal(Roles, File.ReadAllText(directory["roles.toml"]));
    }

    [Fact]
    public void An_invalid_file_is_told_and_left_alone()
    {
        File.AppendAllText(directory["roles.toml"], "\nrole = [");
        var errors = Assert.IsType<AssignmentOutcome.InvalidFiles>(assignment.Assign("ps1", "blog", swap: true, "")).Errors;
        Assert.Equal("roles.toml", Assert.Single(errors).Position.File);
        Assert.EndsWith("role = [", File.ReadAllText(directory["roles.toml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_assigned_while_domains_overlap()
    {
        File.WriteAllText(directory["roles.toml"], Roles.Replace("blog/**", "lib/blog/**", StringComparison.Ordinal));
        Assert.IsType<AssignmentOutcome.InvalidFiles>(assignment.Assign("ps1", "blog", swap: true, ""));
        Assert.Empty(history.Of("blog"));
    }

    public void Dispose()
    {
        database.Dispose();
        directory.Dispose();
    }
}
