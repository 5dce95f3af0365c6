using FleetTui.Console.Outer.Native;

namespace FleetTui.Console.Outer;

/// <summary>Takes the line discipline out of the way (cfmakeraw: no echo, no signals from keys, no flow control) and puts it back as it was.</summary>
internal sealed unsafe class RawMode
{
    // Larger than any libc's struct termios; its content is libc's business.
    private const int TermiosSize = 256;

    private readonly byte[] _saved = new byte[TermiosSize];
    private readonly byte[] _raw = new byte[TermiosSize];

    private RawMode()
    {
    }

    /// <summary>Null when standard input is not a terminal.</summary>
    public static RawMode? Read()
    {
        var mode = new RawMode();
        fixed (byte* saved = mode._saved, raw = mode._raw)
        {
            if (LibC.GetAttributes(LibC.StandardInput, saved) != 0)
            {
                return null;
            }

            mode._saved.CopyTo(mode._raw, 0);
            LibC.MakeRaw(raw);
        }

        return mode;
    }

    /// <summary>What was typed before stays to be read: it is meant for us.</summary>
    public void Enter() => Set(_raw, LibC.TcsaDrain);

    /// <summary>What comes now (the mouse, late answers) is not meant for who comes after us.</summary>
    public void Leave() => Set(_saved, LibC.TcsaFlush);

    private static void Set(byte[] attributes, int when)
    {
        fixed (byte* pointer = attributes)
        {
            while (LibC.SetAttributes(LibC.StandardInput, when, pointer) != 0
                && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == LibC.Interrupted)
            {
            }
        }
    }
}
