using FleetTui.TerminalHost.Pty;
using Microsoft.Win32.SafeHandles;

namespace FleetTui.TerminalHost.Upgrading;

/// <summary>Where the hand-over lies while one program becomes the other: a sealed file in memory (memfd_create(2)), or an unlinked one beside the socket where a sandbox has none.</summary>
internal static class HandOverFile
{
    /// <exception cref="IOException">There is no room for it.</exception>
    public static int Write(string directory, Action<Stream> write)
    {
        var descriptor = UpgradeLibc.NewMemoryFile();
        var inMemory = descriptor >= 0;
        var handle = inMemory ? new SafeFileHandle(descriptor, ownsHandle: false) : NewUnlinked(directory);
        try
        {
            using (var file = new FileStream(handle, FileAccess.ReadWrite, bufferSize: 64 * 1024))
            {
                write(file);
                file.Flush();
                file.Position = 0;
            }
        }
        catch
        {
            _ = PtyLibc.Close((int)handle.DangerousGetHandle());
            throw;
        }

        descriptor = (int)handle.DangerousGetHandle();
        if (inMemory) UpgradeLibc.Seal(descriptor);
        return descriptor;
    }

    /// <summary>Takes over the descriptor: it is closed with the stream.</summary>
    public static Stream Open(int descriptor)
    {
        UpgradeLibc.KeepOnExec(descriptor, false);
        var stream = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read, bufferSize: 64 * 1024);
        stream.Position = 0;
        return stream;
    }

    private static SafeFileHandle NewUnlinked(string directory)
    {
        var path = Path.Combine(directory, $"hand-over.{Environment.ProcessId}");
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        File.Delete(path);
        return new SafeFileHandle(UpgradeLibc.Duplicate((int)file.DangerousGetHandle()), ownsHandle: false);
    }
}
