namespace FleetTui.Daemon.Slots;

/// <summary>Follows files in which programs say their state. One watch per directory, however many slots share it; nothing is made that the program has not made.</summary>
internal sealed class StatusFiles : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, FileSystemWatcher> watchers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<string>> readers = new(StringComparer.Ordinal);

    /// <summary>Reads the file now and after every change, until disposed. Null when its directory is not there (yet).</summary>
    /// <param name="read">Given the content; called on any thread, must return at once.</param>
    public IDisposable? Follow(string path, Action<string> read)
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

                watchers[directory] = Watch(directory);
            }

            readers[path] = read;
        }

        Changed(path);
        return new Following(this, path);
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

    private FileSystemWatcher Watch(string directory)
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
        Action<string>? read;
        lock (gate)
        {
            readers.TryGetValue(path, out read);
        }

        if (read is null)
        {
            return;
        }

        try
        {
            read(File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not there yet, or gone: nothing is said.
        }
    }

    private sealed class Following(StatusFiles files, string path) : IDisposable
    {
        public void Dispose()
        {
            lock (files.gate)
            {
                files.readers.Remove(path);
            }
        }
    }
}
