using System.Runtime.InteropServices;

namespace FleetTui.TerminalHost.Readiness;

/// <summary>
/// Asks Linux to let the calling thread run soon after it is woken, though never longer than its share: a short time slice, which gives it an early deadline
/// (sched_setattr(2), sched_runtime of SCHED_OTHER, honoured since 6.12; needs no privilege). For threads between a key and its echo, that work briefly and often.
/// </summary>
public static partial class PromptThread
{
    private const int Size = 48;

    /// <param name="slice">From 0.1 to 100 ms. Where it is not possible nothing happens.</param>
    public static unsafe void Begin(TimeSpan slice)
    {
        var (get, set) = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => (315, 314),
            Architecture.Arm64 => (275, 274),
            _ => (0, 0),
        };
        if (set == 0 || !OperatingSystem.IsLinux()) return;

        // struct sched_attr: size, policy (u32); flags (u64); nice (s32), priority (u32); runtime, deadline, period (u64, ns). Policy and niceness stay what they are.
        var attributes = stackalloc byte[Size];
        if (SystemCall(get, 0, (nint)attributes, Size, 0) != 0) return;
        *(ulong*)(attributes + 24) = (ulong)slice.TotalNanoseconds;
        _ = SystemCall(set, 0, (nint)attributes, 0, 0);
    }

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number, nint process, nint attributes, nint third, nint fourth);
}
