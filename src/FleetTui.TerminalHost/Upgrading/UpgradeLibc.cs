using System.Runtime.InteropServices;

namespace FleetTui.TerminalHost.Upgrading;

/// <summary>What becoming another program needs of the C library: execve(2), memfd_create(2), fcntl(2), pthread_sigmask(3). Linux values.</summary>
internal static unsafe partial class UpgradeLibc
{
    private const int SetDescriptorFlags = 2;
    private const int DuplicateCloseOnExec = 1030;
    private const int CloseOnExec = 1;
    private const int AddSeals = 1033;
    private const int SealEverything = 0x1 | 0x2 | 0x4 | 0x8;
    private const uint MemoryCloseOnExec = 1;
    private const uint MemoryAllowSealing = 2;
    private const int Block = 0;
    private const int Unblock = 1;
    private const int SignalSetBytes = 128;

    /// <summary>SIGHUP, SIGINT, SIGQUIT, SIGTERM: a signal that comes while nobody listens waits instead of ending the process.</summary>
    private static ReadOnlySpan<int> Held => [1, 2, 3, 15];

    /// <summary>A file in memory without a name, or -1.</summary>
    internal static int NewMemoryFile() => CreateMemoryFile("fleet-hand-over", MemoryCloseOnExec | MemoryAllowSealing);

    internal static void Seal(int descriptor) => _ = FileControl(descriptor, AddSeals, SealEverything);

    internal static void KeepOnExec(int descriptor, bool keep) => _ = FileControl(descriptor, SetDescriptorFlags, keep ? 0 : CloseOnExec);

    /// <summary>A second descriptor for the same file, closed on exec.</summary>
    internal static int Duplicate(int descriptor) => FileControl(descriptor, DuplicateCloseOnExec, 0);

    internal static void HoldSignals(bool hold)
    {
        var set = stackalloc byte[SignalSetBytes];
        _ = EmptySignals(set);
        foreach (var signal in Held) _ = AddSignal(set, signal);
        _ = Mask(hold ? Block : Unblock, set, null);
    }

    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true)]
    internal static partial int Execute(byte* path, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int FileControl(int descriptor, int command, nint argument);

    [LibraryImport("libc", EntryPoint = "pthread_sigmask")]
    private static partial int Mask(int how, byte* set, byte* old);

    [LibraryImport("libc", EntryPoint = "sigemptyset")]
    private static partial int EmptySignals(byte* set);

    [LibraryImport("libc", EntryPoint = "sigaddset")]
    private static partial int AddSignal(byte* set, int signal);
}
