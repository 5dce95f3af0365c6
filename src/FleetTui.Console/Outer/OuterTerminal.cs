using System.Runtime.InteropServices;
using FleetTui.Console.Outer.Native;

namespace FleetTui.Console.Outer;

/// <summary>
/// The user's terminal on standard input and output. <see cref="Leave"/> brings it back to what it was, from any thread, any number of times:
/// the normal end, a crash and every signal go through it.
/// </summary>
internal sealed unsafe class OuterTerminal : IDisposable
{
    private readonly RawMode _raw;
    private readonly Lock _gate = new();
    private bool _entered;
    private bool _kitty;

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

    public void Ask() => WriteWhenEntered(OuterSequences.Questions);

    /// <summary>Remembers that the keyboard flags were pushed, so that <see cref="Leave"/> pops them.</summary>
    public void UseKittyKeyboard()
    {
        lock (_gate)
        {
            if (_entered && !_kitty)
            {
                _kitty = true;
                Write(OuterSequences.KittyOn);
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

    public void Leave()
    {
        lock (_gate)
        {
            if (!_entered)
            {
                return;
            }

            _entered = false;
            if (_kitty)
            {
                _kitty = false;
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
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnExit;
    }

    private void OnExit(object? sender, EventArgs arguments) => Leave();

    /// <summary>A terminal that is gone (EIO) is left to the signal that tells so.</summary>
    private static void Write(ReadOnlySpan<byte> bytes)
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
