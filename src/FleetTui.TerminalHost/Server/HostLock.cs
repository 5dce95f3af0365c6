using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FleetTui.TerminalHost.Server;

/// <summary>
/// One host per socket: flock(2) on a file beside it, which the kernel lets go when the process ends however it ends. The file itself stays:
/// removing it would let two hosts lock two files of one name.
/// </summary>
internal sealed partial class HostLock : IDisposable
{
    private const int ExclusiveNow = 2 | 4;
    private const int ReadWriteCreateCloseOnExec = 0x2 | 0x40 | 0x80000;
    private const uint OwnerOnly = 0x180;
    private readonly SafeFileHandle _file;

    private HostLock(SafeFileHandle file) => _file = file;

    /// <summary>Null when another host holds it.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static HostLock? TryTake(string path)
    {
        // Not through File: that takes flock(2)s of its own, which can be switched off by a variable.
        var file = new SafeFileHandle(Open(path, ReadWriteCreateCloseOnExec, OwnerOnly), ownsHandle: true);
        if (file.IsInvalid) throw new IOException($"{path} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}.");
        if (Lock((int)file.DangerousGetHandle(), ExclusiveNow) == 0) return new HostLock(file);
        file.Dispose();
        return null;
    }

    /// <summary>Takes over the lock that this process held before it became another program: it was never let go.</summary>
    public static HostLock Adopt(int descriptor)
    {
        Upgrading.UpgradeLibc.KeepOnExec(descriptor, false);
        return new HostLock(new SafeFileHandle(descriptor, ownsHandle: true));
    }

    public int Descriptor => (int)_file.DangerousGetHandle();

    public void Dispose() => _file.Dispose();

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, uint mode);
}
