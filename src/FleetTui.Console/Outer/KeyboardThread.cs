using System.Runtime.InteropServices;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Outer.Native;
using FleetTui.TerminalHost.Readiness;

namespace FleetTui.Console.Outer;

/// <summary>Reads the user's terminal on a thread of its own, so that no drawing ever delays a key, and hands on whole events.</summary>
internal sealed unsafe class KeyboardThread : IDisposable
{
    private readonly Action<IReadOnlyList<InputEvent>> _deliver;
    private readonly Action _ended;
    private readonly Thread _thread;
    private readonly int _wakeRead;
    private readonly int _wakeWrite;
    private volatile int _escapeTime;

    /// <param name="deliver">Called on the reading thread; returns at once.</param>
    /// <param name="ended">The terminal is gone (end of file or an error).</param>
    public KeyboardThread(int escapeTime, Action<IReadOnlyList<InputEvent>> deliver, Action ended)
    {
        _escapeTime = escapeTime;
        _deliver = deliver;
        _ended = ended;
        var pipe = stackalloc int[2];
        if (LibC.Pipe(pipe, LibC.CloseOnExec) != 0)
        {
            throw new IOException($"pipe2 failed with errno {Marshal.GetLastPInvokeError()}");
        }

        (_wakeRead, _wakeWrite) = (pipe[0], pipe[1]);
        _thread = new Thread(Read, 256 * 1024) { IsBackground = true, Name = "keyboard" };
    }

    /// <summary>Milliseconds a lone ESC waits; 0 once the terminal marks its sequences (kitty).</summary>
    public int EscapeTime
    {
        get => _escapeTime;
        set => _escapeTime = value;
    }

    public void Start() => _thread.Start();

    public void Dispose()
    {
        byte wake = 0;
        _ = LibC.Write(_wakeWrite, &wake, 1);
        if (_thread.IsAlive)
        {
            _thread.Join();
        }

        _ = LibC.Close(_wakeRead);
        _ = LibC.Close(_wakeWrite);
    }

    private void Read()
    {
        PromptThread.Begin(TimeSpan.FromMilliseconds(0.5));
        var decoder = new InputDecoder();
        var buffer = stackalloc byte[16 * 1024];
        var descriptors = stackalloc LibC.PollDescriptor[2];
        while (true)
        {
            descriptors[0] = new LibC.PollDescriptor { Descriptor = LibC.StandardInput, Events = LibC.PollIn };
            descriptors[1] = new LibC.PollDescriptor { Descriptor = _wakeRead, Events = LibC.PollIn };
            var ready = LibC.Poll(descriptors, 2, decoder.NeedsFlush ? Math.Max(1, _escapeTime) : -1);
            if (ready < 0 && Marshal.GetLastPInvokeError() != LibC.Interrupted)
            {
                _ended();
                return;
            }

            if (descriptors[1].Returned != 0)
            {
                return;
            }

            var events = new List<InputEvent>();
            if (ready == 0)
            {
                decoder.Flush(events);
            }
            else if (ready > 0)
            {
                var count = LibC.Read(LibC.StandardInput, buffer, 16 * 1024);
                if (count <= 0 && !(count < 0 && Marshal.GetLastPInvokeError() is LibC.Interrupted or LibC.TryAgain))
                {
                    _ended();
                    return;
                }

                decoder.Feed(new ReadOnlySpan<byte>(buffer, (int)Math.Max(0, count)), events);
            }

            if (events.Count > 0)
            {
                _deliver(events);
            }
        }
    }
}
