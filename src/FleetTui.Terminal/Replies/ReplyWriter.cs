using System.Text;
using FleetTui.Terminal.Machines;

namespace FleetTui.Terminal.Replies;

/// <summary>
/// Writes answers to the program's input. Only forms that a shell cannot take for a command are sent: no text of the program's own choosing
/// goes back but what <see cref="Printable"/> let through.
/// </summary>
internal sealed class ReplyWriter(ITerminalEffects effects, Conformance conformance)
{
    public void Csi(string rest) => Send("\e[", rest, "");

    /// <summary>A device control string, ended by ST.</summary>
    public void Dcs(string text) => Send("\eP", text, "\e\\");

    /// <summary>An OSC, ended as the question was.</summary>
    public void Osc(string text, bool bell) => Send("\e]", text, bell ? "\a" : "\e\\");

    /// <summary>An escape sequence: VT52's answers.</summary>
    public void Escape(string rest) => Write(Encoding.UTF8.GetBytes("\e" + rest));

    /// <summary>Text without C0, DEL and C1.</summary>
    public static string Printable(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(text.Where(c => !char.IsControl(c))) : text;

    private void Send(string start, string text, string end)
    {
        if (conformance.EightBit)
            Write([C1(start), .. Encoding.UTF8.GetBytes(text), .. end.Length == 2 ? [C1(end)] : Encoding.UTF8.GetBytes(end)]);
        else
            Send(start + text + end);
    }

    /// <summary>S8C1T: the control that ESC and a letter stand for, in one byte.</summary>
    private static byte C1(string escape) => (byte)(escape[1] + 0x40);

    private void Write(ReadOnlySpan<byte> bytes) => effects.Reply(bytes);

    private void Send(string text)
    {
        Span<byte> small = stackalloc byte[256];
        if (Encoding.UTF8.GetMaxByteCount(text.Length) <= small.Length)
            effects.Reply(small[..Encoding.UTF8.GetBytes(text, small)]);
        else
            effects.Reply(Encoding.UTF8.GetBytes(text));
    }
}
