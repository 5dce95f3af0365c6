namespace FleetTui.Daemon.Live;

/// <summary>Notices that the user has trusted something: a changed configuration that waited for it comes into force without a restart.</summary>
internal sealed class TrustWatch : IDisposable
{
    private readonly FileSystemWatcher watcher;

    /// <param name="path">Of the trust store's file, whose directory exists.</param>
    /// <param name="changed">Called on a pool thread.</param>
    public TrustWatch(string path, Action changed, Action<string> tell)
    {
        watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path)) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite };
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        try
        {
            watcher.EnableRaisingEvents = true;
        }
        catch (IOException error)
        {
            tell($"fleet trust is only noticed at the next start: {error.Message}");
        }
    }

    public void Dispose() => watcher.Dispose();
}
