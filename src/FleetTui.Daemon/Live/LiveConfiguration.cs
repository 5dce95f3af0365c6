using System.Security.Cryptography;
using FleetTui.Configuration;
using FleetTui.Configuration.Live;
using FleetTui.Coordination.Events;

namespace FleetTui.Daemon.Live;

/// <summary>
/// The configuration in force, and its following of <c>fleet.toml</c> and <c>roles.toml</c>: a valid change is picked up, another is told and the old one stays in force.
/// </summary>
internal sealed class LiveConfiguration : IDisposable
{
    private readonly string root;
    private readonly Func<ConfigurationReading> read;
    private readonly EventLog log;
    private readonly ConfigurationWatcher watcher;
    private readonly Lock gate = new();
    private string inForce;
    private string told = "";

    /// <param name="first">In force at the start.</param>
    /// <param name="read">Reads and judges the files as they are.</param>
    public LiveConfiguration(string root, ConfigurationSnapshot first, Func<ConfigurationReading> read, EventLog log, TimeProvider clock)
    {
        this.root = root;
        this.read = read;
        this.log = log;
        Current = first;
        inForce = Fingerprint();
        watcher = new ConfigurationWatcher(root, clock);
    }

    public ConfigurationSnapshot Current { get; private set; }

    /// <summary>Why the files as they are now are not in force; null when they are.</summary>
    public string? Problem { get; private set; }

    /// <summary>Raised after the configuration in force has changed.</summary>
    public event Action<ConfigurationSnapshot>? Changed;

    /// <summary>Follows the files until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (watcher.Trouble is { } trouble)
        {
            log.Append("configuration.unwatched", null, trouble);
        }

        await foreach (var _ in watcher.ChangesAsync(cancellation))
        {
            Reload();
        }
    }

    /// <summary>Reads the files now, e.g. after writing one; the new problem, or null.</summary>
    public string? Reload()
    {
        lock (gate)
        {
            switch (read())
            {
                case ConfigurationReading.Good good:
                    Take(good.Snapshot);
                    break;
                case ConfigurationReading.Wrong wrong:
                    Refuse($"The changed configuration is not in force: {wrong.Sentence}");
                    break;
                case ConfigurationReading.Untrusted:
                    Refuse("The changed configuration is not in force: it would run something new; look at it with: fleet trust.");
                    break;
            }

            return Problem;
        }
    }

    public void Dispose() => watcher.Dispose();

    private void Take(ConfigurationSnapshot read)
    {
        var recovered = Problem is not null;
        Problem = null;
        told = "";
        var now = Fingerprint();
        if (now != inForce)
        {
            inForce = now;
            Current = read;
            log.Append("configuration.changed", null, "The changed configuration is in force.");
            Changed?.Invoke(Current);
        }
        else if (recovered)
        {
            log.Append("configuration.changed", null, "The configuration is as it was.");
        }
    }

    private void Refuse(string problem)
    {
        Problem = problem;
        if (told != problem)
        {
            told = problem;
            log.Append("configuration.invalid", null, problem);
        }
    }

    /// <summary>So that a file the fleet itself has written and taken does not count as changed once more when its watch tells.</summary>
    private string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in new[] { ConfigurationLoader.FleetFile, ConfigurationLoader.RolesFile })
        {
            try
            {
                hash.AppendData(File.ReadAllBytes(Path.Combine(root, file)));
            }
            catch (IOException)
            {
                // Not there: as good a content as any.
            }

            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
