using FleetTui.TerminalHost.Pty;
using FleetTui.TerminalHost.Readiness;
using FleetTui.TerminalHost.Upgrading;

namespace FleetTui.TerminalHost.Panes;

/// <summary>
/// A program on its pseudo-terminal: reads its output in turns of bounded size, writes its input as it takes it. Output that nobody can parse
/// yet is left in the kernel, which holds the program back. Guarded by its pane's gate.
/// </summary>
internal sealed class PaneProcess : IReadyHandler
{
    /// <summary>The kernel hands over at most 4 KiB a read.</summary>
    private const int KernelBytes = 4096;

    /// <summary>What is parsed in one go, between two looks at what is urgent.</summary>
    private const int ReadBytes = 4 * KernelBytes;

    /// <summary>Reads in one turn: what a flooding pane gets before the next pane's turn, about half a millisecond of parsing.</summary>
    private const int ReadsPerTurn = 4;

    /// <summary>Reads after the program's end: the kernel holds no more than this for it.</summary>
    private const int LastReads = 64;

    [ThreadStatic]
    private static byte[]? t_buffer;

    private readonly HostServices _host;
    private readonly Pane _pane;
    private readonly PseudoTerminal _terminal;
    private readonly Registration _registration;
    private readonly InputQueue _input = new();
    private readonly long _urgentFor;
    private long _urgentUntil;
    private bool _urgent;
    private bool _closed;
    private bool _outputEnded;
    private int _lastRead;

    public PaneProcess(HostServices host, Pane pane, PseudoTerminal terminal, int processId)
    {
        _host = host;
        _pane = pane;
        _terminal = terminal;
        ProcessId = processId;
        _registration = host.Pump.Add(terminal.Descriptor, this);
        _urgentFor = host.Deadlines.Ticks(Screens.FramePacing.Echo);
    }

    public int ProcessId { get; }

    /// <summary>What its successor in the next program of this host goes on with. Its descriptor is to be kept open for it.</summary>
    public ProcessHandOver HandOver(long? killAt) => new(ProcessId, _terminal.Descriptor, _input.Waiting.ToArray(), killAt);

    /// <summary>Goes on with input that waited in the program before.</summary>
    public void Restore(ReadOnlySpan<byte> input)
    {
        _input.Restore(input);
        if (!_input.IsEmpty) _registration.Want(EpollLibc.Out);
    }

    /// <summary>Makes its programs draw anew: the size changes and changes back, and each time they get SIGWINCH.</summary>
    public void AskToRedraw(int columns, int rows)
    {
        Resize(columns, rows > 1 ? rows - 1 : rows + 1);
        Resize(columns, rows);
    }

    /// <summary>Begins to read, and to wait for the program's end.</summary>
    public void Run()
    {
        _registration.Want(EpollLibc.In);
        _ = new ChildWatch(_host.Pump, ProcessId, exit => _pane.Ended(this, exit), _host.Tell);
    }

    public uint Ready(uint events)
    {
        var buffer = t_buffer ??= GC.AllocateUninitializedArray<byte>(ReadBytes);
        for (var read = 0; read < ReadsPerTurn; read++)
        {
            lock (_pane.Gate)
            {
                if (_closed) return 0;
                if (!_input.IsEmpty) _input.Continue(_terminal);
                if (!ReadOnce(buffer)) break;

                // An echo is shown before it is asked whether more follows; what does is reported anew.
                if (_urgent && _lastRead < KernelBytes) break;
            }

            _host.Pump.ServeUrgent();
        }

        lock (_pane.Gate)
        {
            if (_closed) return 0;
            _pane.TurnEnded();
            if (_urgent && _host.Deadlines.Now >= _urgentUntil) SetUrgent(false);
            if (_outputEnded) return 0;
            return _input.IsEmpty ? EpollLibc.In : EpollLibc.In | EpollLibc.Out;
        }
    }

    public void Broken(Exception bug)
    {
        _host.Tell(bug);
        Signal(PtyLibc.Kill);
    }

    /// <summary>Bytes for the program; false when it does not read and too many wait already.</summary>
    public bool TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (_closed || _outputEnded) return true;
        if (!_input.TryWrite(_terminal, bytes)) return false;
        if (!_input.IsEmpty) _registration.Want(EpollLibc.Out);
        return true;
    }

    public void Resize(int columns, int rows)
    {
        if (!_closed) _terminal.Resize(columns, rows);
    }

    /// <summary>Signals the foreground process group and the program's own.</summary>
    public void Signal(int signal)
    {
        if (_closed) return;
        var foreground = _terminal.ForegroundGroup();
        if (foreground > 1 && foreground != ProcessId) _ = PtyLibc.SendSignal(-foreground, signal);
        _ = PtyLibc.SendSignal(-ProcessId, signal);
    }

    /// <summary>SIGKILL to every process of the program's session.</summary>
    public void KillSession()
    {
        if (_closed) return;
        Signal(PtyLibc.Kill);
        foreach (var process in SessionProcesses.Of(ProcessId)) _ = PtyLibc.SendSignal(process, PtyLibc.Kill);
    }

    /// <summary>The program has ended: takes what it still had to say and hangs up on whatever it left behind.</summary>
    public void Close()
    {
        if (_closed) return;
        var buffer = new byte[ReadBytes];
        for (var read = 0; read < LastReads && ReadOnce(buffer); read++)
        {
        }

        _closed = true;
        _host.Pump.Remove(_registration);
        _terminal.Dispose();
    }

    /// <summary>A user gave input and waits for what comes of it: for a while the program's output goes first.</summary>
    public void ExpectEcho()
    {
        _urgentUntil = _host.Deadlines.Now + _urgentFor;
        SetUrgent(true);
    }

    private void SetUrgent(bool urgent)
    {
        if (_urgent == urgent) return;
        _urgent = urgent;
        _registration.SetUrgent(urgent);
    }

    private bool ReadOnce(byte[] buffer)
    {
        var count = 0;
        while (!_outputEnded && count + KernelBytes <= buffer.Length)
        {
            var read = _terminal.Read(buffer.AsSpan(count));
            if (read < 0) _outputEnded = true;
            if (read <= 0) break;
            count += read;
            if (_urgent && read < KernelBytes) break;
        }

        if (count == 0) return false;
        _lastRead = count;
        _pane.Output(this, buffer.AsSpan(0, count));
        return true;
    }
}
