using System.Text.Json;
using FleetTui.Configuration.Files;

namespace FleetTui.Configuration.Trust;

/// <summary>How a repository's files stand with the user. A closed set.</summary>
public abstract record TrustState
{
    private TrustState()
    {
    }

    /// <summary>Exactly this content was trusted.</summary>
    public sealed record Trusted : TrustState;

    /// <summary>It was never asked for.</summary>
    public sealed record Unknown : TrustState;

    /// <summary>Other content was trusted.</summary>
    /// <param name="Before">The lines of <see cref="RunnableContent"/> it had.</param>
    public sealed record Changed(IReadOnlyList<string> Before) : TrustState;
}

/// <summary>
/// What a user has let run, by repository: a file of this user alone (0600). The key is the git common directory, so that all worktrees share it.
/// A file that cannot be read trusts nothing.
/// </summary>
/// <param name="path">Of the JSON file; made with its directory when something is trusted.</param>
public sealed class TrustStore(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path => path;

    /// <summary><c>$XDG_STATE_HOME/fleet/trust.json</c>, or <c>~/.local/state/fleet/trust.json</c>.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    public static TrustStore Of(Func<string, string?> environment)
    {
        // The XDG base directory specification: a relative path is invalid and to be ignored.
        var state = environment("XDG_STATE_HOME") is { } set && System.IO.Path.IsPathRooted(set)
            ? set
            : System.IO.Path.Combine(environment("HOME") ?? "/nonexistent", ".local", "state");
        return new TrustStore(System.IO.Path.Combine(state, "fleet", "trust.json"));
    }

    /// <param name="commonDirectory">Absolute, links resolved.</param>
    public TrustState Check(string commonDirectory, FleetConfiguration configuration)
    {
        if (!Read().TryGetValue(commonDirectory, out var record))
            return new TrustState.Unknown();
        return record.Digest == configuration.Digest ? new TrustState.Trusted() : new TrustState.Changed(record.Content);
    }

    /// <summary>Trusts what this configuration can run, instead of what was trusted before.</summary>
    /// <param name="at">The time of the consent.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It could not be written.</exception>
    public void Trust(string commonDirectory, FleetConfiguration configuration, DateTimeOffset at)
    {
        var records = Read();
        records[commonDirectory] = new TrustRecord(configuration.Digest, at, RunnableContent.Of(configuration).Lines);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!, OwnerOnly | UnixFileMode.UserExecute);
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(records, TrustJson.Default.DictionaryStringTrustRecord), OwnerOnly);
    }

    private Dictionary<string, TrustRecord> Read()
    {
        try
        {
            var records = JsonSerializer.Deserialize(File.ReadAllBytes(path), TrustJson.Default.DictionaryStringTrustRecord) ?? [];
            return records.Where(pair => pair.Value is { Digest: not null, Content: not null }).ToDictionary(StringComparer.Ordinal);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }
}
