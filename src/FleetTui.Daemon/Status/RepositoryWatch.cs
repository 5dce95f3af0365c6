namespace FleetTui.Daemon.Status;

/// <summary>
/// Notices that something changed in the repository, from what git writes: the index and HEAD of each worktree (<c>worktrees/NAME/</c>) and the references. Nothing is polled.
/// Edited files are not watched (a recursive watch of twelve worktrees costs more than it tells): their count is read again when git or the agent does something.
/// </summary>
internal sealed class RepositoryWatch : IDisposable
{
    private const NotifyFilters Names = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite;
    private readonly List<FileSystemWatcher> watchers = [];
    private readonly Action<string> tell;

    /// <param name="commonDirectory">The repository's, absolute.</param>
    /// <param name="worktreeChanged">The name of a worktree's git directory below <c>worktrees/</c>, or "" for the main one.</param>
    /// <param name="tell">Told when something cannot be watched (no inotify instances left…); the rest is.</param>
    /// <param name="referenceChanged">A reference's full name, or "" when it may be any (packed).</param>
    public RepositoryWatch(string commonDirectory, Action<string> worktreeChanged, Action<string> referenceChanged, Action<string> tell)
    {
        this.tell = tell;
        var worktrees = Path.Combine(commonDirectory, "worktrees");
        Directory.CreateDirectory(worktrees);
        Watch(worktrees, recursive: true, path =>
        {
            var parts = Path.GetRelativePath(worktrees, path).Split('/');
            if (parts.Length > 1 && parts[1] is "HEAD" or "index" or "MERGE_HEAD" or "rebase-merge" or "rebase-apply")
            {
                worktreeChanged(parts[0]);
            }
        });
        Watch(commonDirectory, recursive: false, path =>
        {
            switch (Path.GetFileName(path))
            {
                case "packed-refs":
                    referenceChanged("");
                    break;
                case "HEAD" or "index":
                    worktreeChanged("");
                    break;
            }
        });
        WatchReftable(commonDirectory, referenceChanged);
        foreach (var kind in new[] { "heads", "remotes", "fleet" })
        {
            // With reftable (git 2.45) refs/heads is a file that says so, and the table's directory tells of all references.
            var directory = Path.Combine(commonDirectory, "refs", kind);
            if (File.Exists(directory))
            {
                continue;
            }

            Directory.CreateDirectory(directory);
            Watch(directory, recursive: true, path =>
            {
                if (!path.EndsWith(".lock", StringComparison.Ordinal))
                {
                    referenceChanged(Path.GetRelativePath(commonDirectory, path));
                }
            });
        }
    }

    private void WatchReftable(string commonDirectory, Action<string> referenceChanged)
    {
        var tables = Path.Combine(commonDirectory, "reftable");
        if (Directory.Exists(tables))
        {
            Watch(tables, recursive: false, _ => referenceChanged(""));
        }
    }

    public void Dispose() => watchers.ForEach(watcher => watcher.Dispose());

    private void Watch(string directory, bool recursive, Action<string> changed)
    {
        var watcher = new FileSystemWatcher(directory) { IncludeSubdirectories = recursive, NotifyFilter = Names };
        watcher.Changed += (_, happened) => changed(happened.FullPath);
        watcher.Created += (_, happened) => changed(happened.FullPath);
        watcher.Deleted += (_, happened) => changed(happened.FullPath);
        watcher.Renamed += (_, happened) => changed(happened.FullPath);
        watchers.Add(watcher);
        try
        {
            watcher.EnableRaisingEvents = true;
        }
        catch (IOException error)
        {
            tell($"changes in {directory} are not noticed by themselves: {error.Message}");
        }
    }
}
