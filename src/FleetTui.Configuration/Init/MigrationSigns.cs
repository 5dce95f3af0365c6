namespace FleetTui.Configuration.Init;

/// <summary>What else in a repository tells which tool runs its migrations.</summary>
internal sealed class MigrationSigns(IReadOnlyList<string> tracked, Func<string, string> read)
{
    private readonly HashSet<string> names = [.. tracked.Select(static path => path[(path.LastIndexOf('/') + 1)..])];
    private readonly HashSet<string> files = new(tracked, StringComparer.Ordinal);

    /// <summary>A file of that name lies somewhere.</summary>
    public bool HasFile(params ReadOnlySpan<string> any)
    {
        foreach (var name in any)
            if (names.Contains(name)) return true;
        return false;
    }

    public bool HasPath(string path) => files.Contains(path);

    /// <summary>One of the first few files of a directory holds the text near its beginning.</summary>
    public bool Says(string directory, string text) => tracked
        .Where(path => path.StartsWith(directory + "/", StringComparison.Ordinal) && path.EndsWith(".sql", StringComparison.Ordinal))
        .Take(3)
        .Any(path => read(path).Contains(text, StringComparison.OrdinalIgnoreCase));
}
