using FleetTui.Git;
using FleetTui.Git.Running;

namespace FleetTui.Daemon.Worktrees;

/// <summary>
/// Brings files that git does not carry (<c>.env</c>…) from the main worktree into a new one: those that exist and are ignored there. Nothing that is there already is overwritten,
/// and nothing that would become an untracked file of the slot is brought.
/// </summary>
internal static class CopiedFiles
{
    public static async Task CopyAsync(Repository repository, string worktree, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            var from = Path.GetFullPath(path, repository.Root);
            var to = Path.GetFullPath(path, worktree);
            if (!to.StartsWith(worktree + "/", StringComparison.Ordinal) || (!File.Exists(from) && !Directory.Exists(from)))
            {
                continue;
            }

            // The trailing slash makes a pattern for directories ("node_modules/") match before the directory is there.
            var asked = Directory.Exists(from) ? path.TrimEnd('/') + "/" : path;
            if ((await repository.Git.RunAsync(GitCommand.Read("check-ignore", "--quiet", "--", asked).In(worktree), cancellation)).Succeeded)
            {
                Copy(from, to);
            }
        }
    }

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (!Path.Exists(to))
            {
                File.Copy(from, to);
            }

            return;
        }

        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var place = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                if (!Path.Exists(place))
                {
                    File.CreateSymbolicLink(place, link);
                }
            }
            else
            {
                Copy(entry.FullName, place);
            }
        }
    }
}
