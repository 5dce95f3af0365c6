namespace FleetTui.Console.Outer;

/// <summary>
/// Writes frames on a thread of its own: a slow line never holds up a key. One frame at a time; while one is under way
/// the loop skips drawing, so frames are dropped, never queued.
/// </summary>
internal sealed class FrameThread : IDisposable
{
    private readonly OuterTerminal _terminal;
    private readonly Action _written;
    private readonly Thread _thread;
    private readonly SemaphoreSlim _ready = new(0);
    private byte[] _frame = new byte[32 * 1024];
    private int _length;
    private volatile bool _busy;
    private volatile bool _stopping;

    /// <param name="written">Called on the writing thread after each frame; returns at once.</param>
    public FrameThread(OuterTerminal terminal, Action written)
    {
        _terminal = terminal;
        _written = written;
        _thread = new Thread(Run, 256 * 1024) { IsBackground = true, Name = "frames" };
    }

    public bool Busy => _busy;

    public void Start() => _thread.Start();

    /// <summary>Takes a copy of the bytes; only when not <see cref="Busy"/>.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        if (_frame.Length < bytes.Length)
        {
            _frame = new byte[bytes.Length * 2];
        }

        bytes.CopyTo(_frame);
        _length = bytes.Length;
        _busy = true;
        _ready.Release();
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

            _terminal.WriteWhenEntered(_frame.AsSpan(0, _length));
            _busy = false;
            _written();
        }
    }
}
