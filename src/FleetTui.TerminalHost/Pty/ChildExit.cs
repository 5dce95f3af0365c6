namespace FleetTui.TerminalHost.Pty;

/// <summary>How a program ended: by itself with a code, or by a signal (wait(2)).</summary>
internal readonly record struct ChildExit(int? Code, int? Signal)
{
    public static ChildExit FromWaitStatus(int status) =>
        (status & 0x7f) == 0 ? new ChildExit((status >> 8) & 0xff, null) : new ChildExit(null, status & 0x7f);

    /// <summary>Reaps one child of ours that has ended; null when it has not, or is not our child.</summary>
    public static unsafe ChildExit? Reap(int process)
    {
        const int noHang = 1;
        int status;
        while (true)
        {
            var reaped = PtyLibc.Wait(process, &status, noHang);
            if (reaped == process) return FromWaitStatus(status);
            if (reaped < 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == PtyLibc.Interrupted) continue;
            return null;
        }
    }

    /// <summary>Returns when it has ended, and leaves it to be reaped (waitid(2) with WNOWAIT).</summary>
    public static unsafe void AwaitEnd(int process)
    {
        const int oneProcess = 1, exitedLeaveIt = 4 | 0x01000000, siginfoBytes = 128;
        var info = stackalloc byte[siginfoBytes];
        while (PtyLibc.WaitId(oneProcess, process, info, exitedLeaveIt) < 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == PtyLibc.Interrupted)
        {
        }
    }
}
