using FleetTui.Migrations.Checking;
using FleetTui.Storage;

namespace FleetTui.Migrations.Reservations;

/// <summary>Versions handed out, kept for a while so that two calls never get the same; then the file is there, or nobody wanted it.</summary>
public sealed class MigrationReservations(FleetDatabase database, TimeProvider time)
{
    /// <summary>Long enough to write a migration; the file itself keeps the version from then on.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>What the database needs for it.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        new("migrations", 1, """
            CREATE TABLE migration_reservations (
                version TEXT PRIMARY KEY,
                slot TEXT NOT NULL,
                until BIGINT NOT NULL)
            """),
    ];

    /// <summary>The slot's next version, from now on its own. <paramref name="inputs"/>' own reservations are ignored for those of the store.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public string Reserve(MigrationRules rules, string slot, MigrationInputs inputs) => database.Use(transaction =>
    {
        var now = time.GetUtcNow();
        transaction.Execute("DELETE FROM migration_reservations WHERE until <= @now", ("now", now.ToUnixTimeMilliseconds()));
        var reserved = transaction.Query("SELECT slot, version FROM migration_reservations", row => new ReservedVersion(row.GetString(0), row.GetString(1)));
        var version = new MigrationCheck(rules, time).Next(slot, inputs with { Reserved = reserved });
        transaction.Execute(
            "INSERT INTO migration_reservations (version, slot, until) VALUES (@version, @slot, @until)",
            ("version", version),
            ("slot", slot),
            ("until", (now + Lifetime).ToUnixTimeMilliseconds()));
        return version;
    });

    /// <summary>Those that still hold.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public IReadOnlyList<ReservedVersion> Current() => database.Use(transaction => transaction.Query(
        "SELECT slot, version FROM migration_reservations WHERE until > @now ORDER BY version",
        row => new ReservedVersion(row.GetString(0), row.GetString(1)),
        ("now", time.GetUtcNow().ToUnixTimeMilliseconds())));
}
