using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace FleetTui.TerminalHost.Pty;

/// <summary>
/// The master side of a pseudo-terminal (pty(7)), non-blocking and closed on exec. Closing it hangs up the programs on the other side.
/// Not thread-safe: its pane's gate guards it.
/// </summary>
internal sealed unsafe class PseudoTerminal : IDisposable
{
    private int _master;

    private PseudoTerminal(int master, string slavePath)
    {
        _master = master;
        SlavePath = slavePath;
    }

    /// <summary>Where its other side is opened; empty once a program has it.</summary>
    public string SlavePath { get; }

    public int Descriptor => _master;

    /// <summary>Opens a new pseudo-terminal of the given size that erases whole UTF-8 characters in line mode.</summary>
    /// <exception cref="Win32Exception">The system has none left.</exception>
    public static PseudoTerminal Open(int columns, int rows)
    {
        var master = PtyLibc.OpenMaster(PtyLibc.ReadWrite | PtyLibc.NoControllingTerminal | PtyLibc.NonBlocking | PtyLibc.CloseOnExec);
        if (master < 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        var name = stackalloc byte[128];
        if (PtyLibc.Grant(master) != 0 || PtyLibc.Unlock(master) != 0 || PtyLibc.SlaveName(master, name, 128) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            _ = PtyLibc.Close(master);
            throw new Win32Exception(error);
        }

        var terminal = new PseudoTerminal(master, Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name)));
        var attributes = stackalloc uint[64];
        if (PtyLibc.GetAttributes(master, attributes) == 0)
        {
            attributes[0] |= PtyLibc.InputIsUtf8;
            _ = PtyLibc.SetAttributes(master, 0, attributes);
        }

        terminal.Resize(columns, rows);
        return terminal;
    }

    /// <summary>Takes over a master that this process had before it became another program; from now on it is closed on exec again.</summary>
    public static PseudoTerminal Adopt(int master)
    {
        Upgrading.UpgradeLibc.KeepOnExec(master, false);
        return new PseudoTerminal(master, "");
    }

    /// <summary>TIOCSWINSZ: the foreground programs get SIGWINCH when the size differs.</summary>
    public void Resize(int columns, int rows)
    {
        var size = stackalloc ushort[4] { (ushort)rows, (ushort)columns, 0, 0 };
        _ = PtyLibc.Control(_master, PtyLibc.SetWindowSize, size);
    }

    /// <summary>The process group that reads the keyboard, or 0 when there is none.</summary>
    public int ForegroundGroup()
    {
        int group;
        return PtyLibc.Control(_master, PtyLibc.GetForegroundGroup, &group) == 0 ? group : 0;
    }

    /// <summary>Bytes read; 0 when there are none now; -1 when no program holds the other side any more.</summary>
    public int Read(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            while (true)
            {
                var count = PtyLibc.Read(_master, start, (nuint)buffer.Length);
                if (count > 0) return (int)count;
                if (count == 0) return -1;
                switch (Marshal.GetLastPInvokeError())
                {
                    case PtyLibc.Interrupted: continue;
                    case PtyLibc.Again: return 0;
                    default: return -1;
                }
            }
        }
    }

    /// <summary>Bytes taken; 0 when the program does not read now; -1 when it is gone.</summary>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            while (true)
            {
                var count = PtyLibc.Write(_master, start, (nuint)bytes.Length);
                if (count >= 0) return (int)count;
                switch (Marshal.GetLastPInvokeError())
                {
                    case PtyLibc.Interrupted: continue;
                    case PtyLibc.Again: return 0;
                    default: return -1;
                }
            }
        }
    }

    public void Dispose()
    {
        if (_master >= 0) _ = PtyLibc.Close(_master);
        _master = -1;
    }
}
