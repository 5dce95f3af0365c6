using System.ComponentModel;
using System.Runtime.InteropServices;
using FleetTui.Processes.Native;

namespace FleetTui.Processes;

/// <summary>
/// An advisory lock on a file (flock(2)), across processes and within one. The kernel lets go of it when the holder dies, so a crash cannot leave it stale;
/// the file itself stays. Made with its directory, 0600.
/// </summary>
public sealed class FileLock : IDisposable
{
    private int descriptor;

    private FileLock(int descriptor) => this.descriptor = descriptor;

    /// <summary>Null when someone else holds it.</summary>
    /// <exception cref="IOException">The file cannot be made or opened.</exception>
    public static FileLock? TryAcquire(string path)
    {
        var descriptor = Open(path);
        if (Posix.flock(descriptor, Posix.LockExclusive | Posix.LockNonBlocking) == 0)
            return new FileLock(descriptor);
        _ = Posix.close(descriptor);
        return null;
    }

    /// <summary>Waits until it is free.</summary>
    public static async Task<FileLock> AcquireAsync(string path, CancellationToken cancellation)
    {
        if (TryAcquire(path) is { } free)
            return free;

        // flock cannot be interrupted from outside: a thread waits in it, and if the caller has gone by then it lets go at once.
        var completion = new TaskCompletionSource<FileLock>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                var descriptor = Open(path);
                while (Posix.flock(descriptor, Posix.LockExclusive) != 0 && Marshal.GetLastPInvokeError() == Posix.Interrupted)
                {
                }

                var held = new FileLock(descriptor);
                if (!completion.TrySetResult(held))
                    held.Dispose();
            }
            catch (IOException e)
            {
                completion.TrySetException(e);
            }
        }, maxStackSize: 128 * 1024)
        {
            IsBackground = true,
            Name = "lock " + path,
        }.Start();
        using var registration = cancellation.UnsafeRegister(_ => completion.TrySetCanceled(cancellation), null);
        return await completion.Task.ConfigureAwait(false);
    }

    public void Dispose()
    {
        var held = Interlocked.Exchange(ref descriptor, -1);
        if (held >= 0)
            _ = Posix.close(held);
    }

    private static int Open(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } directory)
            Directory.CreateDirectory(directory);
        var descriptor = Posix.open(path, Posix.ReadWrite | Posix.Create | Posix.CloseOnExec, 0x180);
        return descriptor >= 0 ? descriptor : throw new IOException($"{path} cannot be opened: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");
    }
}
