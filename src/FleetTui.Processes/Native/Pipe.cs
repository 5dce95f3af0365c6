using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FleetTui.Processes.Native;

/// <summary>A pipe whose ends are closed on exec, and never sit on descriptors 0-2 (the child's are duplicated onto those).</summary>
internal sealed unsafe class Pipe : IDisposable
{
    private const int DuplicateCloseOnExec = 1030, SetFlags = 4, GetFlags = 3;

    private Pipe(int readEnd, int writeEnd)
    {
        ReadEnd = readEnd;
        WriteEnd = writeEnd;
    }

    internal int ReadEnd { get; private set; }

    internal int WriteEnd { get; private set; }

    internal static Pipe Create()
    {
        var ends = stackalloc int[2];
        if (Posix.pipe2(ends, Posix.CloseOnExec) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        return new Pipe(AboveStandard(ends[0]), AboveStandard(ends[1]));
    }

    internal void MakeWriteEndNonBlocking()
    {
        var flags = Posix.fcntl(WriteEnd, GetFlags, 0);
        _ = Posix.fcntl(WriteEnd, SetFlags, flags | Posix.NonBlocking);
    }

    internal void CloseReadEnd() => ReadEnd = Closed(ReadEnd);

    internal void CloseWriteEnd() => WriteEnd = Closed(WriteEnd);

    internal SafeFileHandle TakeReadEnd()
    {
        var handle = new SafeFileHandle(ReadEnd, ownsHandle: true);
        ReadEnd = -1;
        return handle;
    }

    internal SafeFileHandle TakeWriteEnd()
    {
        var handle = new SafeFileHandle(WriteEnd, ownsHandle: true);
        WriteEnd = -1;
        return handle;
    }

    public void Dispose()
    {
        CloseReadEnd();
        CloseWriteEnd();
    }

    private static int Closed(int descriptor)
    {
        if (descriptor >= 0)
            _ = Posix.close(descriptor);
        return -1;
    }

    private static int AboveStandard(int descriptor)
    {
        if (descriptor > 2)
            return descriptor;
        var moved = Posix.fcntl(descriptor, DuplicateCloseOnExec, 3);
        _ = Posix.close(descriptor);
        return moved;
    }
}
