using FleetTui.Coordination.Events;
using FleetTui.Storage;
using FleetTui.Testing;

namespace FleetTui.Coordination.Tests;

public sealed class EventLogSpecs : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Events_are_numbered_told_and_kept_over_a_restart()
    {
        FleetEvent first;
        using (var database = Open())
        {
            var log = new EventLog(database, TimeProvider.System);
            var told = new List<FleetEvent>();
            log.Appended += told.Add;
            first = log.Append("slot.started", "ps1", "Slot ps1 started.")!;
            Assert.Equal([first], told);
        }

        using var again = Open();
        var reopened = new EventLog(again, TimeProvider.System);
        var second = reopened.Append("lane.paused", null, "The lane was paused.")!;

        Assert.Equal(1, first.Id);
        Assert.Equal(2, second.Id);
        Assert.Equal([first, second], reopened.After(0, 10));
        Assert.Equal([second], reopened.After(1, 10));
        Assert.Equal([first], reopened.After(0, 1));
        Assert.Equal([second], reopened.Newest(1));
    }

    [Fact]
    public void The_oldest_events_are_dropped_and_their_ids_not_used_again()
    {
        using var database = Open();
        database.Use(transaction =>
        {
            for (var id = 1; id < EventLog.Kept + 500; id++)
            {
                transaction.Execute("INSERT INTO events (id, at, kind, message) VALUES (@id, 0, 'x', 'x')", ("id", id));
            }
        });
        var log = new EventLog(database, TimeProvider.System);

        Assert.Equal(EventLog.Kept + 500, log.Append("x", null, "x")!.Id);
        Assert.Equal(501, log.After(0, 1)[0].Id);
    }

    [Fact]
    public async Task Many_writers_get_ids_without_gaps_in_the_order_they_are_told()
    {
        using var database = Open();
        var log = new EventLog(database, TimeProvider.System);
        var told = new List<long>();
        log.Appended += happened => told.Add(happened.Id);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
            {
                log.Append("x", $"ps{writer}", "x");
            }
        })));

        Assert.Equal(Enumerable.Range(1, 100).Select(id => (long)id), told);
    }

    [Fact]
    public void An_event_that_cannot_be_stored_is_told_to_the_side_and_stops_nobody()
    {
        using var database = Open();
        var unstored = new List<string>();
        var log = new EventLog(database, TimeProvider.System, (message, failure) => unstored.Add($"{message} {failure.GetType().Name}"));
        database.Use(transaction => { transaction.Scalar<long>($"PRAGMA max_page_count = {transaction.Scalar<long>("PRAGMA page_count")}"); });

        Assert.Null(log.Append("slot.started", "ps1", new string('x', 100_000)));

        Assert.EndsWith("x DiskFull", Assert.Single(unstored), StringComparison.Ordinal);
        Assert.Empty(log.After(0, 10));
    }

    [Fact]
    public void A_page_is_the_newest_that_match_before_an_id_oldest_first()
    {
        using var database = Open();
        var log = new EventLog(database, TimeProvider.System);
        for (var i = 1; i <= 20; i++)
        {
            log.Append(i % 2 == 0 ? "lane.landed" : "lanes.odd", i % 5 == 0 ? null : "ps1", $"Number {i} is 100% _sure!");
        }

        Assert.Equal([19, 20], Ids(new EventFilter(null, null, null), long.MaxValue, 2));
        Assert.Equal([17, 18], Ids(new EventFilter(null, null, null), 19, 2));
        Assert.Equal([16, 18, 20], Ids(new EventFilter(null, "lane", null), long.MaxValue, 3));
        Assert.Equal([18], Ids(new EventFilter("ps1", "lane.landed", null), long.MaxValue, 1));
        Assert.Equal([1, 10, 11], Ids(new EventFilter(null, null, "NUMBER 1"), 12, 10));
        Assert.Equal([20], Ids(new EventFilter(null, null, "0% _S"), long.MaxValue, 1));
        Assert.Empty(Ids(new EventFilter(null, null, "1_0"), long.MaxValue, 10));

        IEnumerable<int> Ids(EventFilter filter, long before, int most) => log.Before(filter, before, most).Select(happened => (int)happened.Id);
    }

    private FleetDatabase Open() => ((DatabaseOpening.Opened)FleetDatabase.Open(directory["fleet.db"], EventLog.Schema)).Database;
}
