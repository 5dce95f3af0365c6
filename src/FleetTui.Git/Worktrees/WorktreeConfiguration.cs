namespace FleetTui.Git.Worktrees;

/// <summary>Settings of single worktrees: <c>config.worktree</c> in each one's git directory, read by git when <c>extensions.worktreeConfig</c> is on (git-worktree(1), "Configuration file").</summary>
public sealed class WorktreeConfiguration(Repository repository)
{
    private const string Extension = "extensions.worktreeConfig";

    private string Common => Path.Combine(repository.CommonDirectory, "config");

    private string Main => FileOf(repository.CommonDirectory);

    /// <param name="gitDirectory">The worktree's own.</param>
    public static string FileOf(string gitDirectory) => Path.Combine(gitDirectory, "config.worktree");

    /// <summary>The <c>config.worktree</c> of every linked worktree that has one.</summary>
    public IReadOnlyList<string> Files()
    {
        var worktrees = Path.Combine(repository.CommonDirectory, "worktrees");
        return Directory.Exists(worktrees) ? [.. Directory.EnumerateDirectories(worktrees).Select(FileOf).Where(File.Exists).Order(StringComparer.Ordinal)] : [];
    }

    public async Task<bool> IsOnAsync(CancellationToken cancellation) => IsTrue(await repository.Configuration.GetFromAsync(Common, Extension, cancellation).ConfigureAwait(false));

    /// <summary>
    /// Turns the extension on as git itself does: <c>core.bare</c> when true, and <c>core.worktree</c>, hold for the main worktree only and move to its own file. Broken off at any
    /// point, it leaves a repository that means the same as before. The format version stays: git honours this extension in version 0 too.
    /// </summary>
    /// <returns>The keys that were moved; null when it was on already.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(CancellationToken cancellation)
    {
        if (await IsOnAsync(cancellation).ConfigureAwait(false))
            return null;
        var settings = repository.Configuration;
        var moved = new List<string>();
        foreach (var key in new[] { "core.bare", "core.worktree" })
        {
            if (await settings.GetFromAsync(Common, key, cancellation).ConfigureAwait(false) is { } value && (key != "core.bare" || IsTrue(value)))
            {
                await settings.SetInAsync(Main, key, value, cancellation).ConfigureAwait(false);
                moved.Add(key);
            }
        }

        await settings.SetInAsync(Common, Extension, "true", cancellation).ConfigureAwait(false);
        foreach (var key in moved)
            await settings.SetInAsync(Common, key, null, cancellation).ConfigureAwait(false);
        return moved;
    }

    /// <summary>Turns it off again and moves the keys back. False, and nothing is touched: a worktree has other settings of its own now.</summary>
    /// <param name="moved">What <see cref="TurnOnAsync"/> said.</param>
    public async Task<bool> TurnOffAsync(IReadOnlyList<string> moved, CancellationToken cancellation)
    {
        var settings = repository.Configuration;
        foreach (var file in Files().Append(Main).Where(File.Exists))
        {
            var own = file == Main ? moved : [];
            if ((await settings.KeysOfAsync(file, cancellation).ConfigureAwait(false)).Except(own, StringComparer.OrdinalIgnoreCase).Any())
                return false;
        }

        foreach (var key in moved)
        {
            if (await settings.GetFromAsync(Main, key, cancellation).ConfigureAwait(false) is { } value)
                await settings.SetInAsync(Common, key, value, cancellation).ConfigureAwait(false);
        }

        await settings.SetInAsync(Common, Extension, null, cancellation).ConfigureAwait(false);
        foreach (var file in Files().Append(Main))
            File.Delete(file);
        return true;
    }

    private static bool IsTrue(string? value) => value?.ToLowerInvariant() is "true" or "yes" or "on" or "1" or "";
}
