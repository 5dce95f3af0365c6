using System.Data.Common;
using FleetTui.Storage;

namespace FleetTui.Coordination.Events;

/// <summary>
/// The fleet's event log: appended to, read in order, trimmed to the newest <see cref="Kept"/>. Ids are never used twice, so a reader that asks for "after N" misses only what was trimmed.
/// Any thread may call.
/// </summary>
/// <param name="unstored">Told of each event that could not be stored (disk full…) and why; nobody else is. What is done must not fail because it cannot be noted down.</param>
public sealed class EventLog(FleetDatabase database, TimeProvider clock, Action<string, StorageFailure>? unstored = null)
{
    /// <summary>Events kept; trimming runs once per <see cref="TrimEvery"/> appends.</summary>
    public const int Kept = 20_000;

    private const int TrimEvery = 500;

    public static IReadOnlyList<SchemaStep> Schema { get; } =
    [
        new SchemaStep("events", 1, "CREATE TABLE events (id BIGINT PRIMARY KEY, at BIGINT NOT NULL, kind TEXT NOT NULL, slot TEXT, message TEXT NOT NULL)"),
    ];

    /// <summary>Raised after an event is stored, on the appending thread, in the order of ids: return at once.</summary>
    public event Action<FleetEvent>? Appended;

    private readonly Lock order = new();

    /// <summary>Null when it could not be stored.</summary>
    public FleetEvent? Append(string kind, string? slot, string message)
    {
        lock (order)
        {
            FleetEvent appended;
            try
            {
                appended = Store(kind, slot, message);
            }
            catch (StorageException error)
            {
                unstored?.Invoke(message, error.Failure);
                return null;
            }

            Appended?.Invoke(appended);
            return appended;
        }
    }

    private FleetEvent Store(string kind, string? slot, string message) => database.Use(transaction =>
    {
        var stored = new FleetEvent(transaction.Scalar<long>("SELECT MAX(id) FROM events") + 1, Milliseconds(clock.GetUtcNow()), kind, slot, message);
        transaction.Execute(
            "INSERT INTO events (id, at, kind, slot, message) VALUES (@id, @at, @kind, @slot, @message)",
            ("id", stored.Id),
            ("at", stored.At.ToUnixTimeMilliseconds()),
            ("kind", kind),
            ("slot", slot),
            ("message", message));
        if (stored.Id % TrimEvery == 0)
        {
            transaction.Execute("DELETE FROM events WHERE id <= @id", ("id", stored.Id - Kept));
        }

        return stored;
    });

    /// <summary>Events with a greater id, oldest first, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<FleetEvent> After(long id, int most) => database.Use(transaction => transaction.Query(
        "SELECT id, at, kind, slot, message FROM events WHERE id > @id ORDER BY id LIMIT @most",
        Read,
        ("id", id),
        ("most", most)));

    /// <summary>The newest events, oldest first, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<FleetEvent> Newest(int most) => database.Use(transaction => transaction.Query(
        "SELECT id, at, kind, slot, message FROM (SELECT * FROM events ORDER BY id DESC LIMIT @most) AS newest ORDER BY id",
        Read,
        ("most", most)));

    /// <summary>The newest matching events with a smaller id, oldest first, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<FleetEvent> Before(EventFilter filter, long id, int most) => database.Use(transaction => transaction.Query(
        """
        SELECT id, at, kind, slot, message FROM (
            SELECT * FROM events
            WHERE id < @id
              AND (@slot = '' OR slot = @slot)
              AND (@kind = '' OR kind = @kind OR SUBSTR(kind, 1, LENGTH(@kind) + 1) = @kind || '.')
              AND (@text = '' OR LOWER(message) LIKE @text ESCAPE '!')
            ORDER BY id DESC LIMIT @most) AS page
        ORDER BY id
        """,
        Read,
        ("id", id),
        ("slot", filter.Slot ?? ""),
        ("kind", filter.Kind ?? ""),
        ("text", filter.Text is { Length: > 0 } text ? $"%{Literal(text)}%" : ""),
        ("most", most)));

    /// <summary>For LIKE, whose % and _ stand for any text. LOWER changes ASCII alone in SQLite, so no more is changed here.</summary>
    private static string Literal(string text) =>
        string.Concat(text.Select(one => one is '%' or '_' or '!' ? $"!{one}" : char.IsAscii(one) ? char.ToLowerInvariant(one).ToString() : one.ToString()));

    private static FleetEvent Read(DbDataReader row) => new(
        row.GetInt64(0),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetString(4));

    /// <summary>What is told is what is stored: whole milliseconds.</summary>
    private static DateTimeOffset Milliseconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
