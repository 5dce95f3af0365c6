using FleetTui.TerminalHost.Readiness;

namespace FleetTui.TerminalHost.Pty;

/// <summary>
/// Waits for the end of one child of ours and reaps it on the pump, through a pidfd (pidfd_open(2), Linux 5.3) or, where there is none, told by a thread that only looks.
/// Never waits for any child, which would take others' exit codes. While the pump is paused nothing is reaped: a child that ends then keeps its exit code for who comes next.
/// </summary>
internal sealed class ChildWatch : IReadyHandler
{
    private const int StackBytes = 64 * 1024;
    private readonly EventPump _pump;
    private readonly int _process;
    private readonly Action<ChildExit> _ended;
    private readonly Action<Exception> _tell;
    private readonly int _descriptor;
    private readonly Registration _registration;

    public ChildWatch(EventPump pump, int process, Action<ChildExit> ended, Action<Exception> tell)
    {
        _pump = pump;
        _process = process;
        _ended = ended;
        _tell = tell;
        _descriptor = EpollLibc.OpenProcess(process);
        var hasNone = _descriptor < 0;
        if (hasNone) _descriptor = EpollLibc.NewEvent();
        _registration = pump.Add(_descriptor, this);
        _registration.Want(EpollLibc.In);
        if (hasNone) new Thread(LookOnThread, StackBytes) { Name = $"wait {process}", IsBackground = true }.Start();
    }

    public uint Ready(uint events)
    {
        if (ChildExit.Reap(_process) is not { } exit) return EpollLibc.In;
        _pump.Remove(_registration);
        _ = PtyLibc.Close(_descriptor);
        _ended(exit);
        return 0;
    }

    public void Broken(Exception bug) => _tell(bug);

    private unsafe void LookOnThread()
    {
        ChildExit.AwaitEnd(_process);
        ulong one = 1;
        _ = PtyLibc.Write(_descriptor, (byte*)&one, sizeof(ulong));
    }
}
