using System.Buffers.Text;
using FleetTui.Terminal.Machines;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>All operating system commands that the engine acts on. Others are consumed.</summary>
internal static class OscTable
{
    /// <summary>Longer ones are dropped, but for the clipboard's.</summary>
    public const int MaxLength = 8192;

    private const int Clipboard = 52;

    public static readonly OscEntry[] Entries =
    [
        .. TitleCommands.Entries,
        .. ColorCommands.Entries,
        .. ShellCommands.Entries,
        .. NotificationCommands.Entries,
        .. LinkCommands.Entries,
        .. ClipboardCommands.Entries,
        .. ProgramStatusCommands.Entries,
    ];

    public static void Run(Machine machine, ReadOnlySpan<byte> text, bool bell)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0)
            digits = text.Length;
        if (!Utf8Parser.TryParse(text[..digits], out int number, out _))
            return;
        if (digits < text.Length && text[digits] != ';')
            return;
        if (text.Length > MaxLength && number != Clipboard)
            return;
        var rest = digits < text.Length ? text[(digits + 1)..] : default;
        foreach (var entry in Entries)
        {
            if (number >= entry.First && number <= entry.Last)
            {
                entry.Run(new OscCall(machine, number, rest, bell));
                return;
            }
        }
    }
}
