using System.Text;

namespace FleetTui.Landing.Syncing;

/// <summary>git's own lock of a worktree's index, taken by us, with a mark by which it is known after a crash.</summary>
internal static class IndexLock
{
    /// <summary>False: some git has it.</summary>
    internal static bool TryTake(string lockFile, string mark)
    {
        try
        {
            using var file = new FileStream(lockFile, FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.ASCII.GetBytes(mark));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    internal static bool IsMarked(string lockFile, string mark)
    {
        try
        {
            return new FileInfo(lockFile) is { Exists: true } file && file.Length == mark.Length && File.ReadAllText(lockFile) == mark;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
