using System.Runtime.InteropServices;

namespace FleetTui.Processes.Native;

/// <summary>A started child until it is reaped. <see cref="Descriptor"/> becomes readable when it ends (pidfd_open(2)).</summary>
internal sealed unsafe class Child : IDisposable
{
    private const nint PidfdOpen = 434;

    internal Child(int pid)
    {
        Pid = pid;
        Descriptor = (int)Posix.syscall(PidfdOpen, pid, 0);
    }

    internal int Pid { get; }

    /// <summary>-1 on a kernel older than 5.3.</summary>
    internal int Descriptor { get; private set; }

    internal CommandEnd? End { get; private set; }

    /// <summary>To the whole group; a group that is gone is no error.</summary>
    internal void Signal(int signal) => _ = Posix.kill(-Pid, signal);

    /// <summary>Takes the exit status if there is one, or waits for it.</summary>
    internal CommandEnd? Reap(bool wait)
    {
        while (End is null)
        {
            int status;
            var reaped = Posix.waitpid(Pid, &status, wait ? 0 : Posix.NoHang);
            if (reaped == Pid)
                End = (status & 0x7f) == 0 ? new CommandEnd.Exited((status >> 8) & 0xff) : new CommandEnd.Signalled(status & 0x7f);
            else if (reaped == 0)
                return null;
            else if (Marshal.GetLastPInvokeError() != Posix.Interrupted)
                End = new CommandEnd.NotStarted("The child's exit status was taken by someone else (SIGCHLD is ignored in this process).");
        }

        return End;
    }

    /// <summary>Waits for the end at most this long; <see cref="End"/> tells whether it came.</summary>
    internal void WaitFor(TimeSpan time)
    {
        if (Descriptor >= 0)
        {
            var entry = new Posix.PollEntry { Descriptor = Descriptor, Events = Posix.PollIn };
            _ = Posix.poll(&entry, 1, (int)time.TotalMilliseconds);
        }

        Reap(wait: false);
    }

    public void Dispose()
    {
        if (End is null)
        {
            Signal(Posix.Kill);
            Reap(wait: true);
        }

        if (Descriptor >= 0)
            _ = Posix.close(Descriptor);
        Descriptor = -1;
    }
}
