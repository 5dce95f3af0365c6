namespace FleetTui.Console.Outer;

/// <summary>
/// Puts frames on the terminal: at once what it takes without waiting, the rest of a frame on a thread of its own, so that a slow line never holds up a key.
/// One frame at a time; while one is under way the loop skips drawing, so frames are dropped, never queued.
/// </summary>
internal sealed class FrameThread : IFrameOutput, IDisposable
{
    private readonly OuterTerminal _terminal;
    private readonly Action _written;
    private readonly Thread _thread;
    private readonly SemaphoreSlim _ready = new(0);
    private volatile bool _busy;
    private volatile bool _stopping;

    /// <param name="written">Called on the writing thread after each frame that had to wait; returns at once.</param>
    public FrameThread(OuterTerminal terminal, Action written)
    {
        _terminal = terminal;
        _written = written;
        _thread = new Thread(Run, 256 * 1024) { IsBackground = true, Name = "frames" };
    }

    public bool Busy => _busy;

    public void Start() => _thread.Start();

    /// <summary>Only when not <see cref="Busy"/>, which it is afterwards when the terminal did not take all.</summary>
    public long Send(ReadOnlySpan<byte> bytes)
    {
        if (!_terminal.WriteAtOnce(bytes, out var given))
        {
            _busy = true;
            _ready.Release();
        }

        return given;
    }

    public void Dispose()
    {
        _stopping = true;
        _ready.Release();
        // A terminal that takes nothing any more must not keep us here.
        if (_thread.IsAlive && _thread.Join(TimeSpan.FromSeconds(1)))
        {
            _ready.Dispose();
        }
    }

    private void Run()
    {
        while (true)
        {
            _ready.Wait();
            if (_stopping)
            {
                return;
            }

            _terminal.Flush();
            _busy = false;
            _written();
        }
    }
}
