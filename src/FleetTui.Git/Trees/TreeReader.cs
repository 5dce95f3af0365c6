using System.Globalization;
using FleetTui.Git.Running;

namespace FleetTui.Git.Trees;

/// <summary>Reads and compares trees.</summary>
public sealed class TreeReader(GitRunner git)
{
    /// <summary>The paths that differ between two trees or commits.</summary>
    public async Task<IReadOnlyList<TreeChange>> DifferenceAsync(string from, string to, CancellationToken cancellation) =>
        RawDifferenceParser.Parse(await git.TextAsync(Difference(from, to), cancellation).ConfigureAwait(false)).Values.FirstOrDefault() ?? [];

    /// <summary>What each commit changed against its first parent (a root: against nothing). Every commit asked for has an entry.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<TreeChange>>> ChangesAsync(IReadOnlyCollection<string> commits, CancellationToken cancellation)
    {
        if (commits.Count == 0)
            return new Dictionary<string, IReadOnlyList<TreeChange>>();
        var parsed = RawDifferenceParser.Parse(await git.TextAsync(Changes(commits), cancellation).ConfigureAwait(false));
        return commits.Distinct().ToDictionary(static c => c, c => parsed.GetValueOrDefault(c) ?? [], StringComparer.Ordinal);
    }

    /// <summary>The files of a tree under these paths (all, without any), with sizes.</summary>
    public async Task<IReadOnlyList<TreeEntry>> ListAsync(string tree, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var text = await git.TextAsync(List(tree, paths), cancellation).ConfigureAwait(false);
        return [.. text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Entry)];
    }

    /// <summary>The same without sizes, for which git would have to look at every file.</summary>
    public async Task<IReadOnlyList<TreeEntry>> FilesAsync(string tree, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var text = await git.TextAsync(Files(tree, paths), cancellation).ConfigureAwait(false);
        return [.. text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Entry)];
    }

    /// <summary>The entries at exactly these paths, directories too, without sizes; all of the tree without any path.</summary>
    public async Task<IReadOnlyList<TreeEntry>> EntriesAsync(string tree, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var text = await git.TextAsync(Entries(tree, paths), cancellation).ConfigureAwait(false);
        return [.. text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Entry)];
    }

    /// <summary>Without -r a named path is shown itself, and the way to it is walked; -t shows directories on that way too.</summary>
    public static GitCommand Entries(string tree, IReadOnlyList<string> paths) =>
        GitCommand.Read("ls-tree", "-t", "-z", "--full-tree").WithIf(paths.Count == 0, "-r").With(tree, "--").With(paths);

    /// <summary>What a worktree's HEAD changed under these paths since it forked from a commit; nothing when there is no such worktree or no common history.</summary>
    public async Task<IReadOnlyList<TreeChange>> SinceForkAsync(string from, string worktree, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        if (!Directory.Exists(worktree))
            return [];
        var fork = await git.RunAsync(GitCommand.Read("merge-base", from, "HEAD").In(worktree), cancellation).ConfigureAwait(false);
        if (!fork.Succeeded)
            return [];
        var text = await git.TextAsync(Difference(fork.OutputText.TrimEnd('\n'), "HEAD").With(paths).In(worktree), cancellation).ConfigureAwait(false);
        return RawDifferenceParser.Parse(text).Values.FirstOrDefault() ?? [];
    }

    /// <summary>Full paths of what lies directly in these directories ("" is the root), files and directories; a directory that is not there holds nothing.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string tree, IReadOnlyCollection<string> directories, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (directories.Contains(""))
            names.UnionWith(Split(await git.TextAsync(Names(tree, []), cancellation).ConfigureAwait(false)));
        var below = directories.Where(static d => d.Length > 0).Select(static d => d + "/").ToList();
        // A command line has an end.
        foreach (var some in below.Chunk(500))
            names.UnionWith(Split(await git.TextAsync(Names(tree, some), cancellation).ConfigureAwait(false)));
        return [.. names.Order(StringComparer.Ordinal)];

        static string[] Split(string text) => text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>-t: a directory that is itself looked into is named too.</summary>
    public static GitCommand Names(string tree, IReadOnlyList<string> directories) =>
        GitCommand.Read("--literal-pathspecs", "ls-tree", "-t", "-z", "--name-only", "--full-tree", tree, "--").With(directories);

    public static GitCommand Difference(string from, string to) => GitCommand.Read("diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index", from, to, "--");

    /// <summary>-m --first-parent: a merge is compared with its first parent only.</summary>
    public static GitCommand Changes(IEnumerable<string> commits) =>
        GitCommand.Read("diff-tree", "--stdin", "-r", "-z", "--raw", "--no-renames", "--full-index", "--root", "--always", "-m", "--first-parent").Fed(string.Concat(commits.Select(static c => c + "\n")));

    public static GitCommand List(string tree, IReadOnlyList<string> paths) =>
        GitCommand.Read("ls-tree", "-r", "-z", "-l", "--full-tree", tree, "--").With(paths);

    public static GitCommand Files(string tree, IReadOnlyList<string> paths) =>
        GitCommand.Read("ls-tree", "-r", "-z", "--full-tree", tree, "--").With(paths);

    private static TreeEntry Entry(string record)
    {
        var tab = record.IndexOf('\t', StringComparison.Ordinal);
        var fields = record[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new TreeEntry(fields[0], fields[1], fields[2], fields.Length > 3 && long.TryParse(fields[3], CultureInfo.InvariantCulture, out var size) ? size : null, record[(tab + 1)..]);
    }
}
