using System.Text;
using FleetTui.Configuration.Files;

namespace FleetTui.Configuration.Init;

/// <summary>Adds a pattern to <c>info/exclude</c> of the git common directory: ignored for this clone, without touching a file of the repository.</summary>
public static class GitExclude
{
    /// <param name="commonDirectory">Absolute.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It could not be written.</exception>
    public static void Add(string commonDirectory, string pattern)
    {
        var path = Path.Combine(commonDirectory, "info", "exclude");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var before = File.Exists(path) ? File.ReadAllText(path) : "";
        if (before.Split('\n').Contains(pattern, StringComparer.Ordinal))
            return;
        var gap = before.Length == 0 || before[^1] == '\n' ? "" : "\n";
        AtomicFile.Write(path, Encoding.UTF8.GetBytes($"{before}{gap}# the fleet's worktrees\n{pattern}\n"));
    }
}
