using FleetTui.Git.Running;

namespace FleetTui.Git;

/// <summary>git's settings, ignore rules and identity, as the user has them.</summary>
public sealed class GitConfiguration(GitRunner git)
{
    /// <summary>The last value of a key; null when it is not set.</summary>
    public async Task<string?> GetAsync(string key, CancellationToken cancellation)
    {
        var command = GitCommand.Read("config", "--get", key);
        var result = await git.RunAsync(command, cancellation).ConfigureAwait(false);
        return result.ExitCode switch
        {
            0 => result.OutputText.TrimEnd('\n'),
            1 => null,
            _ => throw GitRunner.Failure(command, result),
        };
    }

    /// <summary>The values of all keys that match, in a file of a commit (<c>COMMIT:.gitmodules</c>); nothing when there is no such file.</summary>
    /// <param name="pattern">A regular expression over keys.</param>
    public async Task<IReadOnlySet<string>> ValuesOfFileAsync(string file, string pattern, CancellationToken cancellation)
    {
        var result = await git.RunAsync(GitCommand.Read("config", "-z", "--blob", file, "--get-regexp", pattern), cancellation).ConfigureAwait(false);
        return result.Succeeded
            ? result.OutputText.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair[(pair.IndexOf('\n', StringComparison.Ordinal) + 1)..]).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>();
    }

    /// <summary>The last value of a key in one file; null when it is not set, or there is no such file.</summary>
    /// <param name="file">Absolute.</param>
    public async Task<string?> GetFromAsync(string file, string key, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            return null;
        var command = GitCommand.Read("config", "--file", file, "--get", key);
        var result = await git.RunAsync(command, cancellation).ConfigureAwait(false);
        return result.ExitCode switch
        {
            0 => result.OutputText.TrimEnd('\n'),
            1 => null,
            _ => throw GitRunner.Failure(command, result),
        };
    }

    /// <summary>The keys set in one file, lower case as far as git compares them so.</summary>
    public async Task<IReadOnlyList<string>> KeysOfAsync(string file, CancellationToken cancellation)
    {
        var text = await git.TextAsync(GitCommand.Read("config", "--file", file, "--list", "-z", "--name-only"), cancellation).ConfigureAwait(false);
        return text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Sets a key in one file to one value, or takes all its values away (null). A section that is left empty goes with its last key.</summary>
    public async Task SetInAsync(string file, string key, string? value, CancellationToken cancellation)
    {
        if (value is null && await GetFromAsync(file, key, cancellation).ConfigureAwait(false) is null)
            return;
        var command = value is null ? GitCommand.Write("config", "--file", file, "--unset-all", key) : GitCommand.Write("config", "--file", file, "--replace-all", key, value);
        await git.BytesAsync(command, cancellation).ConfigureAwait(false);
    }

    public async Task<bool> IsTrueAsync(string key, CancellationToken cancellation)
    {
        var result = await git.RunAsync(GitCommand.Read("config", "--type=bool", "--get", key), cancellation).ConfigureAwait(false);
        return result.Succeeded && result.OutputText.TrimEnd('\n') == "true";
    }

    /// <summary><c>Name &lt;email&gt;</c> the user commits as; null when git does not know who that is.</summary>
    public async Task<string?> CommitterAsync(CancellationToken cancellation)
    {
        var result = await git.RunAsync(GitCommand.Read("var", "GIT_COMMITTER_IDENT"), cancellation).ConfigureAwait(false);
        var text = result.OutputText;
        return result.Succeeded && text.LastIndexOf('>') is var end and > 0 ? text[..(end + 1)] : null;
    }

    /// <summary>Which of these paths (relative to the root) are ignored.</summary>
    public async Task<IReadOnlySet<string>> IgnoredAsync(IEnumerable<string> paths, CancellationToken cancellation)
    {
        var command = GitCommand.Read("check-ignore", "-z", "--stdin").Fed(string.Concat(paths.Select(static p => p + "\0")));
        var result = await git.RunAsync(command, cancellation).ConfigureAwait(false);
        return result.ExitCode is 0 or 1
            ? result.OutputText.Split('\0', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
            : throw GitRunner.Failure(command, result);
    }
}
