namespace FleetTui.Cli.Connecting;

/// <summary>
/// Finds what all worktrees of a repository share without starting git, for the verbs that only need its name: <c>.git</c> upwards, through a linked worktree's
/// <c>gitdir:</c> and <c>commondir</c> files (gitrepository-layout(5)). Anything unusual is left to git itself.
/// </summary>
internal static class CommonDirectory
{
    /// <summary>Absolute, links resolved; null when git must be asked.</summary>
    public static string? Find(string directory)
    {
        try
        {
            for (var place = directory; place is not null; place = Path.GetDirectoryName(place))
            {
                var entry = Path.Combine(place, ".git");
                if (Directory.Exists(entry))
                {
                    return File.Exists(Path.Combine(entry, "HEAD")) ? Resolved(entry) : null;
                }

                if (File.Exists(entry))
                {
                    return OfLinked(entry, place);
                }
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
        }

        return null;
    }

    private static string? OfLinked(string file, string place)
    {
        const string Prefix = "gitdir: ";
        var line = File.ReadAllText(file).TrimEnd('\n');
        if (!line.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var own = Path.GetFullPath(line[Prefix.Length..], place);
        var pointer = Path.Combine(own, "commondir");
        return File.Exists(pointer) ? Resolved(Path.GetFullPath(File.ReadAllText(pointer).TrimEnd('\n'), own)) : null;
    }

    private static string Resolved(string path)
    {
        var resolved = "/";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            resolved = new DirectoryInfo(resolved).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? resolved;
        }

        return resolved;
    }
}
