using System.Runtime.InteropServices;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Server;

/// <summary>
/// The directory a socket lies in must let nobody else in: ours alone, 0700, no link, and every directory above it ours or root's and not
/// open to others' renames. Whoever can reach the socket can type into every pane.
/// </summary>
public static unsafe partial class SocketPlace
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int NoFollow = 0x100;
    private const int AtWorkingDirectory = -100;
    private const uint BasicStats = 0x7ff;
    private const int StatxBytes = 256;
    private const int UidOffset = 20;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int DirectoryType = 0x4000;
    private const int OthersWrite = 0x12;
    private const int Sticky = 0x200;
    private const int OthersAnything = 0x3f;

    /// <summary>Makes the directory where there is none, and refuses one that is not safe.</summary>
    /// <exception cref="TerminalHostException">One sentence, with the fix.</exception>
    public static void Prepare(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory, Private);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TerminalHostException($"{directory} cannot be made for the fleet's sockets: set XDG_RUNTIME_DIR to a directory of yours that is there ({failure.Message.TrimEnd('.')}).");
        }

        Check(directory);
    }

    /// <exception cref="TerminalHostException">One sentence, with the fix.</exception>
    public static void Check(string directory)
    {
        var me = UserId();
        var (owner, mode) = Look(directory);
        if ((mode & TypeMask) != DirectoryType) throw new TerminalHostException($"{directory} is not a directory: move it away.");
        if (owner != me) throw new TerminalHostException($"{directory} belongs to user {owner}: remove it or set XDG_RUNTIME_DIR to a directory of yours.");
        if ((mode & OthersAnything) != 0) throw new TerminalHostException($"{directory} lets others in: chmod 700 it.");
        for (var above = Path.GetDirectoryName(directory); above is not null; above = Path.GetDirectoryName(above))
        {
            (owner, mode) = Look(above, follow: true);
            if (owner != me && owner != 0) throw new TerminalHostException($"{above} belongs to user {owner}: set XDG_RUNTIME_DIR to a directory of yours.");
            if ((mode & OthersWrite) != 0 && (mode & Sticky) == 0) throw new TerminalHostException($"{above} lets others rename what is in it: chmod go-w it.");
        }
    }

    /// <summary>The effective user (geteuid(2)).</summary>
    public static uint UserId() => EffectiveUser();

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    private static (uint Owner, int Mode) Look(string path, bool follow = false)
    {
        var stats = stackalloc byte[StatxBytes];
        if (Statx(AtWorkingDirectory, path, follow ? 0 : NoFollow, BasicStats, stats) != 0)
            throw new TerminalHostException($"{path} cannot be looked at: {Marshal.GetLastPInvokeErrorMessage()}.");
        return (*(uint*)(stats + UidOffset), *(ushort*)(stats + ModeOffset));
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, byte* stats);
}
