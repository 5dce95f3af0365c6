using System.Text;

namespace FleetTui.Terminal.Replies;

/// <summary>
/// Writes answers to the program's input. Only forms that a shell cannot take for a command are sent: no text of the program's own choosing
/// goes back but what <see cref="Printable"/> let through.
/// </summary>
internal sealed class ReplyWriter(ITerminalEffects effects)
{
    public void Csi(string rest) => Send("\e[" + rest);

    /// <summary>A device control string, ended by ST.</summary>
    public void Dcs(string text) => Send("\eP" + text + "\e\\");

    /// <summary>An OSC, ended as the question was.</summary>
    public void Osc(string text, bool bell) => Send("\e]" + text + (bell ? "\a" : "\e\\"));

    /// <summary>Text without C0, DEL and C1.</summary>
    public static string Printable(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(text.Where(c => !char.IsControl(c))) : text;

    private void Send(string text)
    {
        Span<byte> small = stackalloc byte[256];
        if (Encoding.UTF8.GetMaxByteCount(text.Length) <= small.Length)
            effects.Reply(small[..Encoding.UTF8.GetBytes(text, small)]);
        else
            effects.Reply(Encoding.UTF8.GetBytes(text));
    }
}
