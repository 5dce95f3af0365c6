using System.Security.Cryptography;
using FleetTui.Storage;

namespace FleetTui.Daemon.Slots;

/// <summary>What outlives the daemon of each slot: whether the user wants it up, and its token (agents that go on keep theirs).</summary>
internal sealed class SlotStore(FleetDatabase database)
{
    public static IReadOnlyList<SchemaStep> Schema { get; } =
    [
        new SchemaStep("slots", 1, "CREATE TABLE slots (id TEXT PRIMARY KEY, wanted BIGINT NOT NULL, token TEXT NOT NULL)"),
    ];

    public bool IsWanted(string slot) =>
        database.Use(transaction => transaction.Scalar<long>("SELECT wanted FROM slots WHERE id = @id", ("id", slot))) != 0;

    public void SetWanted(string slot, bool wanted) => database.Use(transaction =>
    {
        transaction.Execute(
            "INSERT INTO slots (id, wanted, token) VALUES (@id, @wanted, @token) ON CONFLICT (id) DO UPDATE SET wanted = excluded.wanted",
            ("id", slot),
            ("wanted", wanted ? 1 : 0),
            ("token", NewToken()));
    });

    /// <summary>The slot's token, made at its first use.</summary>
    public string Token(string slot) => database.Use(transaction =>
    {
        transaction.Execute("INSERT INTO slots (id, wanted, token) VALUES (@id, 0, @token) ON CONFLICT (id) DO NOTHING", ("id", slot), ("token", NewToken()));
        return transaction.Scalar<string>("SELECT token FROM slots WHERE id = @id", ("id", slot))!;
    });

    /// <summary>The slot a token speaks for, or null.</summary>
    public string? SlotOf(string token) =>
        database.Use(transaction => transaction.Scalar<string>("SELECT id FROM slots WHERE token = @token", ("token", token)));

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
