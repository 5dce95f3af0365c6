using System.Text.RegularExpressions;

namespace FleetTui.Configuration.Init;

/// <summary>What the tracked paths tell of a repository.</summary>
internal sealed partial class TrackedTree
{
    private static readonly string[] MigrationPlaces =
        ["supabase/migrations", "migrations", "db/migrations", "db/migrate", "database/migrations", "sql/migrations"];

    private readonly HashSet<string> files;
    private readonly HashSet<string> directories = new(StringComparer.Ordinal);

    public TrackedTree(IReadOnlyList<string> tracked)
    {
        files = new HashSet<string>(tracked, StringComparer.Ordinal);
        foreach (var path in tracked)
        {
            for (var slash = path.LastIndexOf('/'); slash > 0 && directories.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1))
            {
            }
        }
    }

    public bool HasDirectory(string path) => directories.Contains(path);

    public bool HasFile(string path) => files.Contains(path);

    /// <summary>Directories at the root, sorted.</summary>
    public IEnumerable<string> TopDirectories => directories.Where(path => !path.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Where migrations lie whose names the fleet can read, and where they lie with others.</summary>
    public (IReadOnlyList<string> Readable, IReadOnlyList<string> Others) Migrations()
    {
        var found = MigrationPlaces.Where(HasDirectory).ToList();
        return ([.. found.Where(Readable)], [.. found.Where(place => !Readable(place))]);
    }

    private bool Readable(string directory) =>
        files.Any(file => file.StartsWith(directory + "/", StringComparison.Ordinal) && Version().IsMatch(file[(directory.Length + 1)..]));

    [GeneratedRegex(@"^\d{14}_[^/]*\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
