using FleetTui.Roles.Assignment;
using FleetTui.Storage;
using FleetTui.Testing;

namespace FleetTui.Roles.Tests.Assignment;

public sealed class RoleHistorySpecs
{
    [Fact]
    public void A_swap_is_kept_as_both_slots_changes_with_its_reason_also_after_reopening()
    {
        using var directory = new TemporaryDirectory();
        var book = RoleBook.Of(Configurations.With([("ui", ["lib/**"]), ("blog", ["blog/**"])], [("ps1", "ui"), ("ps2", "blog")]));
        using (var database = Open(directory))
            new RoleHistory(database, TimeProvider.System).Record(book.Decide("ps1", "blog", swap: true), "ps2 is out of quota");

        using var again = Open(directory);
        var history = new RoleHistory(again, TimeProvider.System).Of("blog");
        Assert.Equal([("ps2", "blog", "ui"), ("ps1", "ui", "blog")], history.Select(change => (change.Slot, change.From, change.To)));
        Assert.All(history, change => Assert.Equal("ps2 is out of quota", change.Reason));
    }

    private static FleetDatabase Open(TemporaryDirectory directory) =>
        Assert.IsType<DatabaseOpening.Opened>(FleetDatabase.Open(directory["fleet.db"], RoleHistory.Steps)).Database;
}
