namespace FleetTui.Configuration.Init;

/// <summary>What the tracked paths tell of a repository.</summary>
internal sealed class TrackedTree
{
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
}
