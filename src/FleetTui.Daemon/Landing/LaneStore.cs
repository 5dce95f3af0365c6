using FleetTui.Storage;

namespace FleetTui.Daemon.Landing;

/// <summary>Whether the user has paused the lane: a restart of the daemon must not let it go on.</summary>
internal sealed class LaneStore(FleetDatabase database)
{
    public static IReadOnlyList<SchemaStep> Schema { get; } =
    [
        new SchemaStep("lane", 1, "CREATE TABLE lane (id BIGINT PRIMARY KEY, paused BIGINT NOT NULL)"),
    ];

    public bool IsPaused => database.Use(transaction => transaction.Scalar<long>("SELECT paused FROM lane WHERE id = 1")) != 0;

    public void SetPaused(bool paused) => database.Use(transaction =>
    {
        transaction.Execute(
            "INSERT INTO lane (id, paused) VALUES (1, @paused) ON CONFLICT (id) DO UPDATE SET paused = excluded.paused",
            ("paused", paused ? 1 : 0));
    });
}
