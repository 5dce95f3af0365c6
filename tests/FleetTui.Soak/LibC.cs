using System.Runtime.InteropServices;

namespace FleetTui.Soak;

/// <summary>poll(2), mkfifo(3) and kill(2). Linux.</summary>
internal static unsafe partial class LibC
{
    private const short PollIn = 1;

    /// <summary>Waits until there is something to read, or its other side is closed.</summary>
    public static void AwaitReadable(int descriptor)
    {
        var asked = new PollDescriptor { Descriptor = descriptor, Events = PollIn };
        _ = Poll(&asked, 1, 1000);
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int MakeFifo(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "kill")]
    internal static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(PollDescriptor* descriptors, nuint count, int timeoutMilliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
