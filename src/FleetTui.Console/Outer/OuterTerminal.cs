using System.Runtime.InteropServices;
using FleetTui.Console.Outer.Native;
using FleetTui.Console.Outer.Output;

namespace FleetTui.Console.Outer;

/// <summary>
/// The user's terminal on standard input and output. <see cref="Leave"/> brings it back to what it was, from any thread, any number of times:
/// the normal end, a crash and every signal go through it.
/// </summary>
internal sealed unsafe class OuterTerminal : IDisposable
{
    private readonly RawMode _raw;
    private readonly Lock _gate = new();

    /// <summary>
    /// The same terminal opened once more, so that only our writes through it never wait: standard output's own flags are shared with whoever started us.
    /// -1 where it may not be opened (after su, say).
    /// </summary>
    private readonly int _atOnce = LibC.Open("/proc/self/fd/1", LibC.WriteOnly | LibC.NoControllingTerminal | LibC.NonBlocking | LibC.CloseOnExec);

    /// <summary>The end of a frame that the terminal did not take at once; it goes out before anything else.</summary>
    private readonly ByteWriter _owed = new();
    private bool _entered;
    private int? _kitty;
    private long _given;

    private OuterTerminal(RawMode raw)
    {
        _raw = raw;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        AppDomain.CurrentDomain.UnhandledException += OnExit;
    }

    /// <summary>Null when standard input or output is not a terminal.</summary>
    public static OuterTerminal? Open() =>
        LibC.IsTerminal(LibC.StandardInput) == 1 && LibC.IsTerminal(LibC.StandardOutput) == 1 && RawMode.Read() is { } raw
            ? new OuterTerminal(raw)
            : null;

    /// <summary>Columns and rows; 80×24 where the terminal does not tell.</summary>
    public static (int Columns, int Rows) Size()
    {
        LibC.WindowSize size;
        return LibC.Control(LibC.StandardOutput, LibC.GetWindowSize, &size) == 0 && size.Columns > 0 && size.Rows > 0
            ? (size.Columns, size.Rows)
            : (80, 24);
    }

    /// <summary>What tells this terminal from others of the same user: its device, and inside tmux the pane. Empty where it cannot be told.</summary>
    public static string Name()
    {
        try
        {
            return $"{new FileInfo("/proc/self/fd/0").LinkTarget} {Environment.GetEnvironmentVariable("TMUX_PANE")}".Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    public void Enter(bool mouse)
    {
        lock (_gate)
        {
            _raw.Enter();
            _entered = true;
            Write(OuterSequences.Enter);
            if (mouse)
            {
                Write(OuterSequences.MouseOn);
            }
        }
    }

    /// <param name="name">Also which terminal it is.</param>
    public void Ask(bool name)
    {
        if (name)
        {
            WriteWhenEntered(OuterSequences.NameQuestion);
        }

        WriteWhenEntered(OuterSequences.Questions);
    }

    /// <summary>Remembers that the keyboard flags were pushed, so that <see cref="Leave"/> pops them.</summary>
    public void UseKittyKeyboard(int flags)
    {
        lock (_gate)
        {
            if (_entered && _kitty != flags)
            {
                Write(_kitty is null ? OuterSequences.KittyOn(flags) : OuterSequences.KittySet(flags));
                _kitty = flags;
            }
        }
    }

    public void UseModifyOtherKeys() => WriteWhenEntered(OuterSequences.ModifyOtherKeysOn);

    public void WriteWhenEntered(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_entered)
            {
                Write(bytes);
            }
        }
    }

    /// <summary>Writes what the terminal takes without waiting; false when something is left for <see cref="Flush"/>, which waits.</summary>
    /// <param name="given">How many bytes this terminal has been given by now, taken or not.</param>
    public bool WriteAtOnce(ReadOnlySpan<byte> bytes, out long given)
    {
        lock (_gate)
        {
            given = _given;
            if (!_entered)
            {
                return true;
            }

            given = _given += bytes.Length;
            fixed (byte* pointer = bytes)
            {
                var written = _owed.Length > 0 || _atOnce < 0 ? 0 : LibC.Write(_atOnce, pointer, bytes.Length);
                _owed.Add(bytes[(int)Math.Max(0, written)..]);
            }

            return _owed.Length == 0;
        }
    }

    /// <summary>Writes what <see cref="WriteAtOnce"/> left.</summary>
    public void Flush() => WriteWhenEntered([]);

    public void Leave()
    {
        lock (_gate)
        {
            if (!_entered)
            {
                return;
            }

            _entered = false;
            if (_kitty is not null)
            {
                _kitty = null;
                Write(OuterSequences.KittyOff);
            }

            Write(OuterSequences.Leave);
            _raw.Leave();
        }
    }

    /// <summary>Stops this process as Ctrl-Z would; comes back when it is continued.</summary>
    public static void Suspend() => _ = LibC.Kill(Environment.ProcessId, LibC.SigStop);

    public void Dispose()
    {
        Leave();
        if (_atOnce >= 0)
        {
            _ = LibC.Close(_atOnce);
        }

        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnExit;
    }

    private void OnExit(object? sender, EventArgs arguments) => Leave();

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _given += bytes.Length;
        if (_owed.Length > 0)
        {
            WriteAll(_owed.Written.Span);
            _owed.Clear();
        }

        WriteAll(bytes);
    }

    /// <summary>A terminal that is gone (EIO) is left to the signal that tells so.</summary>
    private static void WriteAll(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
        {
            var at = 0;
            while (at < bytes.Length)
            {
                var written = LibC.Write(LibC.StandardOutput, pointer + at, bytes.Length - at);
                if (written >= 0)
                {
                    at += (int)written;
                    continue;
                }

                var error = Marshal.GetLastPInvokeError();
                if (error == LibC.TryAgain)
                {
                    WaitUntilWritable();
                }
                else if (error != LibC.Interrupted)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Standard output may have been made non-blocking by whoever shares it.</summary>
    private static void WaitUntilWritable()
    {
        var descriptor = new LibC.PollDescriptor { Descriptor = LibC.StandardOutput, Events = 4 };
        _ = LibC.Poll(&descriptor, 1, 1000);
    }
}
