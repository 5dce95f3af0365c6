namespace FleetTui.TerminalHost.Pty;

/// <summary>How a program ended: by itself with a code, or by a signal (wait(2)).</summary>
internal readonly record struct ChildExit(int? Code, int? Signal)
{
    public static ChildExit FromWaitStatus(int status) =>
        (status & 0x7f) == 0 ? new ChildExit((status >> 8) & 0xff, null) : new ChildExit(null, status & 0x7f);

    /// <summary>Reaps one child of ours. Waits for its end when it still runs; null when it is not our child.</summary>
    public static unsafe ChildExit? Reap(int process, bool wait = false)
    {
        const int noHang = 1;
        int status;
        while (true)
        {
            var reaped = PtyLibc.Wait(process, &status, wait ? 0 : noHang);
            if (reaped == process) return FromWaitStatus(status);
            if (reaped < 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == PtyLibc.Interrupted) continue;
            return null;
        }
    }
}
