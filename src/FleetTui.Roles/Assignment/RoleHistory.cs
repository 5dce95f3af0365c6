using FleetTui.Storage;

namespace FleetTui.Roles.Assignment;

/// <summary>Every change of a slot's role, kept for good.</summary>
public sealed class RoleHistory(FleetDatabase database, TimeProvider time)
{
    /// <summary>What the database needs for it.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        new("roles", 1, """
            CREATE TABLE role_changes (
                id BIGINT PRIMARY KEY,
                at BIGINT NOT NULL,
                slot TEXT NOT NULL,
                from_role TEXT NOT NULL,
                to_role TEXT NOT NULL,
                reason TEXT NOT NULL)
            """),
    ];

    /// <summary>Records what a decision changed, in one transaction.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public void Record(AssignmentDecision decision, string reason) => database.Use(transaction =>
    {
        var last = transaction.Scalar<long>("SELECT MAX(id) FROM role_changes");
        foreach (var change in decision.Changes)
        {
            transaction.Execute(
                "INSERT INTO role_changes (id, at, slot, from_role, to_role, reason) VALUES (@id, @at, @slot, @from, @to, @reason)",
                ("id", ++last),
                ("at", time.GetUtcNow().ToUnixTimeMilliseconds()),
                ("slot", change.Slot),
                ("from", change.From),
                ("to", change.To),
                ("reason", reason));
        }
    });

    /// <summary>The changes that took the role from or gave it to a slot, newest first.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public IReadOnlyList<RecordedChange> Of(string role, int most = 100) => database.Use(transaction => transaction.Query(
        "SELECT id, at, slot, from_role, to_role, reason FROM role_changes WHERE from_role = @role OR to_role = @role ORDER BY id DESC LIMIT @most",
        row => new RecordedChange(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)),
        ("role", role),
        ("most", most)));
}
