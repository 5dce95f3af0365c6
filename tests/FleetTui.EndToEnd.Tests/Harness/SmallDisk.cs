using System.Diagnostics;
using FleetTui.Testing;

namespace FleetTui.EndToEnd.Tests.Harness;

/// <summary>A file system of a few megabytes, to be filled.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private SmallDisk()
    {
    }

    /// <summary>Null when this user may not mount.</summary>
    public static SmallDisk? TryMount()
    {
        var disk = new SmallDisk();
        if (Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", disk._directory.Path))
        {
            return disk;
        }

        disk._directory.Dispose();
        return null;
    }

    /// <summary>Makes a directory lie on this disk.</summary>
    public void MoveUnder(string path) => Directory.CreateSymbolicLink(path, _directory.Path);

    public void Fill()
    {
        using var file = File.Create(_directory["ballast"]);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full: that was the aim.
        }
    }

    public void Free() => File.Delete(_directory["ballast"]);

    public void Dispose()
    {
        Run("umount", "-l", _directory.Path);
        _directory.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
