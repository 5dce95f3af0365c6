using System.Threading.Channels;

namespace FleetTui.Configuration.Live;

/// <summary>
/// Tells when <c>fleet.toml</c> or <c>roles.toml</c> change: inotify on the root (so a file replaced by a rename, as editors do, counts), then a quiet time,
/// then one load. Nothing ticks while nothing changes.
/// </summary>
public sealed class ConfigurationWatcher : IDisposable
{
    /// <summary>Long enough for an editor's write, rename and chmod to be one change.</summary>
    public static readonly TimeSpan DefaultQuiet = TimeSpan.FromMilliseconds(150);

    private readonly string root;
    private readonly TimeProvider time;
    private readonly TimeSpan quiet;
    private readonly Channel<bool> touched = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly FileSystemWatcher? watcher;
    private string content;

    /// <summary>Watches from here on; <see cref="Current"/> is what the files say now.</summary>
    public ConfigurationWatcher(string root, TimeProvider time, TimeSpan? quiet = null)
    {
        this.root = root;
        this.time = time;
        this.quiet = quiet ?? DefaultQuiet;
        try
        {
            watcher = new FileSystemWatcher(root) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Filters.Add(ConfigurationLoader.FleetFile);
            watcher.Filters.Add(ConfigurationLoader.RolesFile);
            watcher.Changed += Touch;
            watcher.Created += Touch;
            watcher.Deleted += Touch;
            watcher.Renamed += Touch;
            // Events were lost; what they said is in the files.
            watcher.Error += (_, _) => touched.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
            watcher = null;
            Trouble = $"Changes of {ConfigurationLoader.FleetFile} and {ConfigurationLoader.RolesFile} are not noticed by themselves: {failure.Message}";
        }
        content = Fingerprint();
        Current = ConfigurationLoader.Load(root);
    }

    /// <summary>The last load.</summary>
    public ConfigurationResult Current { get; private set; }

    /// <summary>Why changes cannot be noticed (no inotify watches left, for example), or null.</summary>
    public string? Trouble { get; }

    /// <summary>A load after each change of the files' content since <see cref="Current"/>; for one reader. With errors, the configuration before still holds.</summary>
    public async IAsyncEnumerable<ConfigurationResult> ChangesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await touched.Reader.WaitToReadAsync(cancellation))
        {
            do
            {
                touched.Reader.TryRead(out _);
                await Task.Delay(quiet, time, cancellation);
            }
            while (touched.Reader.TryPeek(out _));

            var now = Fingerprint();
            if (now == content)
                continue;
            content = now;
            yield return Current = ConfigurationLoader.Load(root);
        }
    }

    public void Dispose()
    {
        watcher?.Dispose();
        touched.Writer.TryComplete();
    }

    private void Touch(object sender, FileSystemEventArgs change) => touched.Writer.TryWrite(true);

    private string Fingerprint() => Of(ConfigurationLoader.FleetFile) + Of(ConfigurationLoader.RolesFile);

    private string Of(string file)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(root, file));
            return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.GetType().Name;
        }
    }
}
