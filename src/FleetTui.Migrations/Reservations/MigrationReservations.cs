using System.Data.Common;
using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Repair;
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
    public string Reserve(MigrationRules rules, string slot, MigrationInputs inputs)
    {
        // The long part first: a dozen processes may be waiting for the database.
        var next = new MigrationCheck(rules, time).Examine(inputs with { Reserved = [] }).Next;
        return database.Use(transaction =>
        {
            foreach (var one in Valid(transaction)) next.Take(one.Slot, rules.Version(one.Version), own: true);
            var version = next.Next(slot);
            Insert(transaction, slot, version);
            return version;
        });
    }

    /// <summary>How to mend the slot's migrations, with the new versions its own from now on. <paramref name="inputs"/>' own reservations are ignored for those of the store.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public RepairPlan Plan(MigrationRules rules, string slot, MigrationInputs inputs)
    {
        while (true)
        {
            var plan = new MigrationRepair(rules, time).Plan(slot, inputs with { Reserved = Current() });
            var reserved = database.Use(transaction =>
            {
                var others = Valid(transaction).Select(static one => one.Version).ToHashSet(StringComparer.Ordinal);
                if (plan.Versions.Any(others.Contains)) return false; // somebody was faster
                foreach (var version in plan.Versions) Insert(transaction, slot, version);
                return true;
            });
            if (reserved) return plan;
        }
    }

    /// <summary>Nobody wants them after all.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public void Release(IReadOnlyList<string> versions) => database.Use(transaction =>
    {
        foreach (var version in versions) transaction.Execute("DELETE FROM migration_reservations WHERE version = @version", ("version", version));
    });

    /// <summary>Those that still hold.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public IReadOnlyList<ReservedVersion> Current() => database.Use(transaction => transaction.Query(
        "SELECT slot, version FROM migration_reservations WHERE until > @now ORDER BY version",
        row => new ReservedVersion(row.GetString(0), row.GetString(1)),
        ("now", time.GetUtcNow().ToUnixTimeMilliseconds())));

    private List<ReservedVersion> Valid(DbTransaction transaction)
    {
        transaction.Execute("DELETE FROM migration_reservations WHERE until <= @now", ("now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        return [.. transaction.Query("SELECT slot, version FROM migration_reservations", row => new ReservedVersion(row.GetString(0), row.GetString(1)))];
    }

    private void Insert(DbTransaction transaction, string slot, string version) => transaction.Execute(
        "INSERT INTO migration_reservations (version, slot, until) VALUES (@version, @slot, @until)",
        ("version", version),
        ("slot", slot),
        ("until", (time.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds()));
}
