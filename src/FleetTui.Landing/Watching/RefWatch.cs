namespace FleetTui.Landing.Watching;

/// <summary>
/// Notices commits, branch switches and ended rebases without running git: watches (inotify) the branches and the worktrees' git directories. What it reports is only "look again";
/// missing one of several quick changes loses nothing.
/// </summary>
internal sealed class RefWatch : IDisposable
{
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "HEAD", "config", "packed-refs", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "BISECT_LOG", "rebase-merge", "rebase-apply", "sequencer", "worktrees", "locked", "gitdir",
    };

    private readonly List<FileSystemWatcher> watchers = [];
    private readonly Action<string> look;
    private readonly Func<bool> indexMatters;

    /// <param name="look">Called with the path that changed, on a pool thread, often several times for one change.</param>
    /// <param name="indexMatters">Whether a changed index is worth a look (a worktree waits for its moment to move).</param>
    internal RefWatch(string commonDirectory, Action<string> look, Func<bool> indexMatters)
    {
        this.look = look;
        this.indexMatters = indexMatters;
        Add(commonDirectory, below: false);
        Add(Path.Combine(commonDirectory, "refs", "heads"), below: true);
        Add(Path.Combine(commonDirectory, "reftable"), below: true);
        Directory.CreateDirectory(Path.Combine(commonDirectory, "worktrees"));
        Add(Path.Combine(commonDirectory, "worktrees"), below: true);
    }

    public void Dispose()
    {
        foreach (var watcher in watchers)
            watcher.Dispose();
    }

    internal static bool Matters(string path, bool indexMatters)
    {
        var name = Path.GetFileName(path);
        if (name is "index" or "index.lock")
            return indexMatters;
        return Telling.Contains(name)
            || (path.Contains("/refs/heads/", StringComparison.Ordinal) && !name.EndsWith(".lock", StringComparison.Ordinal))
            || path.Contains("/reftable/", StringComparison.Ordinal);
    }

    private void Add(string directory, bool below)
    {
        if (!Directory.Exists(directory))
            return;
        var watcher = new FileSystemWatcher(directory)
        {
            IncludeSubdirectories = below,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, e) => Tell(e.FullPath);
        watcher.Created += (_, e) => Tell(e.FullPath);
        watcher.Deleted += (_, e) => Tell(e.FullPath);
        watcher.Renamed += (_, e) => Tell(e.FullPath);
        watcher.Error += (_, _) => look(directory);
        watcher.EnableRaisingEvents = true;
        watchers.Add(watcher);
    }

    private void Tell(string path)
    {
        if (Matters(path, indexMatters()))
            look(path);
    }
}
