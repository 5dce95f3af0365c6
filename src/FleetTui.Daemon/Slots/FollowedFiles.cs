namespace FleetTui.Daemon.Slots;

/// <summary>
/// Tells of changes of files that programs write: where they say their state, their transcripts. One watch per directory, however many files of it are followed, and none
/// where none is; nothing is made that the program has not made.
/// </summary>
internal sealed class FollowedFiles : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, FileSystemWatcher> watchers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action> readers = new(StringComparer.Ordinal);

    /// <summary>Reads the file now and after every change, until disposed. Null when its directory is not there (yet).</summary>
    /// <param name="read">Given the content; called on any thread, must return at once.</param>
    public IDisposable? Follow(string path, Action<string> read)
    {
        var following = Watch(path, () => Read(path, read));
        if (following is not null)
        {
            Read(path, read);
        }

        return following;
    }

    /// <summary>Calls after every change of the file, until disposed. Null when its directory is not there (yet).</summary>
    /// <param name="changed">Called on any thread, must return at once.</param>
    public IDisposable? Watch(string path, Action changed)
    {
        var directory = Path.GetDirectoryName(path)!;
        lock (gate)
        {
            if (!watchers.ContainsKey(directory))
            {
                if (!Directory.Exists(directory))
                {
                    return null;
                }

                watchers[directory] = Watcher(directory);
            }

            readers[path] = changed;
        }

        return new Following(this, path, changed);
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var watcher in watchers.Values)
            {
                watcher.Dispose();
            }

            watchers.Clear();
        }
    }

    private FileSystemWatcher Watcher(string directory)
    {
        var watcher = new FileSystemWatcher(directory) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite };
        watcher.Changed += (_, happened) => Changed(happened.FullPath);
        watcher.Created += (_, happened) => Changed(happened.FullPath);
        watcher.Renamed += (_, happened) => Changed(happened.FullPath);
        try
        {
            watcher.EnableRaisingEvents = true;
        }
        catch (IOException)
        {
            // No inotify instance left: the state comes from the terminal then, as for any other program.
        }

        return watcher;
    }

    private void Changed(string path)
    {
        Action? changed;
        lock (gate)
        {
            readers.TryGetValue(path, out changed);
        }

        changed?.Invoke();
    }

    private static void Read(string path, Action<string> read)
    {
        try
        {
            read(File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not there yet, or gone: nothing is said.
        }
    }

    private void End(string path, Action changed)
    {
        FileSystemWatcher? unused = null;
        lock (gate)
        {
            if (readers.GetValueOrDefault(path) == changed)
            {
                readers.Remove(path);
            }

            var directory = Path.GetDirectoryName(path)!;
            if (!readers.Keys.Any(other => Path.GetDirectoryName(other) == directory))
            {
                watchers.Remove(directory, out unused);
            }
        }

        unused?.Dispose();
    }

    private sealed class Following(FollowedFiles files, string path, Action changed) : IDisposable
    {
        public void Dispose() => files.End(path, changed);
    }
}
