using System.Runtime.InteropServices;

namespace FleetTui.TerminalHost.Readiness;

/// <summary>epoll(7), eventfd(2), timerfd_create(2), pidfd_open(2) of Linux.</summary>
internal static unsafe partial class EpollLibc
{
    internal const uint In = 0x001;
    internal const uint Out = 0x004;
    internal const uint Error = 0x008;
    internal const uint HangUp = 0x010;
    internal const uint OneShot = 1u << 30;
    internal const uint Edge = 1u << 31;

    internal const int CtlAdd = 1;
    internal const int CtlDelete = 2;
    internal const int CtlModify = 3;

    private const int CloseOnExec = 0x80000;
    private const int NonBlocking = 0x800;
    private const int Monotonic = 1;
    private const nint PidFdOpen = 434;

    internal static int NewEpoll() => Create(CloseOnExec);

    internal static int NewEvent() => EventFd(0, CloseOnExec | NonBlocking);

    internal static int NewTimer() => TimerFd(Monotonic, CloseOnExec | NonBlocking);

    /// <summary>A descriptor that becomes readable when the process ends (always closed on exec), or -1 where the kernel or a sandbox has none.</summary>
    internal static int OpenProcess(int process) => (int)SystemCall(PidFdOpen, process, 0);

    /// <summary>One event, waited for (without end) or only looked for; packed on x86-64 only, as the kernel has it.</summary>
    internal static int TakeOne(int epoll, bool wait, out uint events, out ulong key)
    {
        var raw = stackalloc byte[16];
        var count = Wait(epoll, raw, 1, wait ? -1 : 0);
        events = *(uint*)raw;
        key = Packed ? *(ulong*)(raw + 4) : *(ulong*)(raw + 8);
        return count;
    }

    internal static int Control(int epoll, int operation, int descriptor, uint events, ulong key)
    {
        var raw = stackalloc byte[16];
        *(uint*)raw = events;
        if (Packed) *(ulong*)(raw + 4) = key; else *(ulong*)(raw + 8) = key;
        return ControlRaw(epoll, operation, descriptor, raw);
    }

    /// <summary>Fires once after so many nanoseconds; 0 disarms.</summary>
    internal static void SetTimer(int timer, long nanoseconds)
    {
        var spec = stackalloc long[4] { 0, 0, nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000 };
        _ = SetTime(timer, 0, spec, null);
    }

    private static bool Packed => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int Wait(int epoll, byte* events, int count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int ControlRaw(int epoll, int operation, int descriptor, byte* epollEvent);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventFd(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "timerfd_create", SetLastError = true)]
    private static partial int TimerFd(int clock, int flags);

    [LibraryImport("libc", EntryPoint = "timerfd_settime", SetLastError = true)]
    private static partial int SetTime(int timer, int flags, long* value, long* old);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint first, nint second);
}
