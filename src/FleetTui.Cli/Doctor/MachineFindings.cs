using System.Text;
using FleetTui.Api;

namespace FleetTui.Cli.Doctor;

/// <summary>Disk and directories.</summary>
internal static class MachineFindings
{
    /// <summary>sizeof(sockaddr_un.sun_path) less the final 0: unix(7).</summary>
    private const int LongestSocketPath = 107;

    private const long Tight = 1L << 30;
    private const long TooTight = 50L << 20;

    public static IEnumerable<Finding> Of(FleetPaths paths) => [Sockets(paths), Disk(paths.CommonDirectory)];

    public static Finding Disk(string directory)
    {
        var free = new DriveInfo(directory).AvailableFreeSpace;
        var text = $"{free / (1 << 20)} MiB free";
        return free switch
        {
            < TooTight => Finding.Fail("disk", text, "make room: worktrees, builds and the journal need it"),
            < Tight => Finding.Warn("disk", text, "make room: twelve worktrees and their builds need more"),
            _ => Finding.Ok("disk", free >= 10L << 30 ? $"{free >> 30} GiB free" : text),
        };
    }

    private static Finding Sockets(FleetPaths paths)
    {
        if (Encoding.UTF8.GetByteCount(paths.DaemonSocket) > LongestSocketPath)
        {
            return Finding.Fail("sockets", $"{paths.DaemonSocket} is too long for a socket", "set XDG_RUNTIME_DIR to a shorter directory");
        }

        try
        {
            var existed = Directory.Exists(paths.RuntimeDirectory);
            Directory.CreateDirectory(paths.RuntimeDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var mode = File.GetUnixFileMode(paths.RuntimeDirectory);
            var probe = Path.Combine(paths.RuntimeDirectory, Path.GetRandomFileName());
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            if (!existed)
            {
                Directory.Delete(paths.RuntimeDirectory);
            }

            const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            return (mode & Others) == 0
                ? Finding.Ok("sockets", paths.RuntimeDirectory)
                : Finding.Fail("sockets", $"{paths.RuntimeDirectory} is open to other users", $"chmod 700 {paths.RuntimeDirectory}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Finding.Fail("sockets", $"{paths.RuntimeDirectory} cannot be used: {failure.Message}", "set XDG_RUNTIME_DIR to a directory of yours");
        }
    }
}
