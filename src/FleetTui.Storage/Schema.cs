using System.Data.Common;

namespace FleetTui.Storage;

/// <summary>Brings a database to the schema the program knows, all features in one transaction.</summary>
internal static class Schema
{
    private const string Versions = "CREATE TABLE IF NOT EXISTS schema_versions (feature TEXT PRIMARY KEY, version BIGINT NOT NULL)";

    /// <summary>Null when done. Features the database has and the program does not know are left alone: their tables are nobody else's.</summary>
    public static StorageFailure? Apply(DbTransaction transaction, IEnumerable<SchemaStep> steps, string path)
    {
        transaction.Execute(Versions);
        foreach (var feature in steps.GroupBy(step => step.Feature, StringComparer.Ordinal))
        {
            var ordered = feature.OrderBy(step => step.Version).ToList();
            if (ordered.Where((step, index) => step.Version != index + 1).Any())
            {
                throw new ArgumentException($"The steps of '{feature.Key}' must be numbered 1, 2, 3… without gaps.", nameof(steps));
            }

            var current = (int)transaction.Scalar<long>("SELECT version FROM schema_versions WHERE feature = @feature", ("feature", feature.Key));
            if (current > ordered.Count)
            {
                return new StorageFailure.Newer(
                    $"The database {path} was written by a newer fleet ('{feature.Key}' is at version {current}, this program knows {ordered.Count}); use that version, or a newer one.");
            }

            foreach (var step in ordered.Skip(current))
            {
                transaction.Execute(step.Sql);
            }

            if (current < ordered.Count)
            {
                transaction.Execute(
                    "INSERT INTO schema_versions (feature, version) VALUES (@feature, @version) ON CONFLICT (feature) DO UPDATE SET version = excluded.version",
                    ("feature", feature.Key),
                    ("version", ordered.Count));
            }
        }

        return null;
    }
}
