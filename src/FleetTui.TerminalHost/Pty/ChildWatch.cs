using FleetTui.TerminalHost.Readiness;

namespace FleetTui.TerminalHost.Pty;

/// <summary>
/// Waits for the end of one child of ours and reaps it, through a pidfd (pidfd_open(2), Linux 5.3) or, where there is none, on a thread of its own.
/// Never waits for any child, which would take others' exit codes.
/// </summary>
internal sealed class ChildWatch : IReadyHandler
{
    private const int StackBytes = 64 * 1024;
    private readonly EventPump _pump;
    private readonly int _process;
    private readonly Action<ChildExit> _ended;
    private readonly Action<Exception> _tell;
    private readonly int _descriptor;
    private readonly Registration? _registration;

    public ChildWatch(EventPump pump, int process, Action<ChildExit> ended, Action<Exception> tell)
    {
        _pump = pump;
        _process = process;
        _ended = ended;
        _tell = tell;
        _descriptor = EpollLibc.OpenProcess(process);
        if (_descriptor >= 0)
        {
            _registration = pump.Add(_descriptor, this);
            _registration.Want(EpollLibc.In);
            return;
        }

        new Thread(WaitOnThread, StackBytes) { Name = $"wait {process}", IsBackground = true }.Start();
    }

    public uint Ready(uint events)
    {
        if (ChildExit.Reap(_process) is not { } exit) return EpollLibc.In;
        _pump.Remove(_registration!);
        _ = PtyLibc.Close(_descriptor);
        _ended(exit);
        return 0;
    }

    public void Broken(Exception bug) => _tell(bug);

    private void WaitOnThread()
    {
        try
        {
            if (ChildExit.Reap(_process, wait: true) is { } exit) _ended(exit);
        }
        catch (Exception bug)
        {
            _tell(bug);
        }
    }
}
