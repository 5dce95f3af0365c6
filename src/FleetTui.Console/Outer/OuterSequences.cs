using System.Text;

namespace FleetTui.Console.Outer;

/// <summary>
/// What is switched on at the user's terminal, and the way back. <see cref="Leave"/> is safe to send whatever was on.
/// Sources: xterm's ctlseqs; kitty's keyboard protocol; the synchronized-output note (mode 2026).
/// </summary>
internal static class OuterSequences
{
    /// <summary>Save the title, alternate screen, no autowrap surprises, bracketed paste, focus reports, reports of a dark or light desktop.</summary>
    public static ReadOnlySpan<byte> Enter => "\e[22;2t\e[?1049h\e[?7h\e[?2004h\e[?1004h\e[?2031h"u8;

    /// <summary>XTVERSION.</summary>
    public static ReadOnlySpan<byte> NameQuestion => "\e[>0q"u8;

    /// <summary>Asked in this order; DA1 is answered by all, so its answer ends the waiting for the others.</summary>
    public static ReadOnlySpan<byte> Questions => "\e[?u\e[?2026$p\e[?69$p\e]11;?\e\\\e[c"u8;

    /// <summary>Button events with SGR coordinates.</summary>
    public static ReadOnlySpan<byte> MouseOn => "\e[?1000h\e[?1002h\e[?1006h"u8;

    public static ReadOnlySpan<byte> MouseMotionOn => "\e[?1003h"u8;

    public static ReadOnlySpan<byte> MouseMotionOff => "\e[?1003l\e[?1002h"u8;

    /// <summary>Pushes what was on, so that the shell's own flags come back with <see cref="KittyOff"/>.</summary>
    public static byte[] KittyOn(int flags) => Encoding.ASCII.GetBytes($"\e[>{flags}u");

    /// <summary>Replaces the flags on top of the stack.</summary>
    public static byte[] KittySet(int flags) => Encoding.ASCII.GetBytes($"\e[={flags};1u");

    public static ReadOnlySpan<byte> KittyOff => "\e[<u"u8;

    public static ReadOnlySpan<byte> ModifyOtherKeysOn => "\e[>4;1m"u8;

    public static ReadOnlySpan<byte> Leave =>
        "\e[?2026l\e[?2031l\e[?1003l\e[?1002l\e[?1000l\e[?1006l\e[?1004l\e[?2004l\e[>4m\e[m\e[0 q\e[?25h\e[?1049l\e[23;2t"u8;
}
