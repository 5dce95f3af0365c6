using System.Security.Cryptography;
using FleetTui.Testing;

namespace FleetTui.LandingSoak;

/// <summary>What lies uncommitted in a slot: git's word for each path, what is staged of it, and what the file holds.</summary>
internal static class SlotFiles
{
    internal static string Of(GitSandbox sandbox, int slot)
    {
        var worktree = sandbox.Slot(slot);
        var status = sandbox.Git(worktree, "status", "--porcelain", "--no-renames", "--untracked-files=all");
        return string.Join('\n', status.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{line} {Staged(sandbox, worktree, line)} {Content(Path.Combine(worktree, line[3..]))}"));
    }

    private static string Staged(GitSandbox sandbox, string worktree, string line) => line[0] is ' ' or '?' ? "" : sandbox.Git(worktree, "ls-files", "-s", "--", line[3..]);

    private static string Content(string file) => File.Exists(file) ? $"{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))[..12]} {File.GetUnixFileMode(file)}" : "absent";
}
