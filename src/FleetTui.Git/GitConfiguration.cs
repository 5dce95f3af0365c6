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
