using System.Buffers;
using System.Text;

namespace FleetTui.Terminal.Input;

/// <summary>
/// Pasted text to bytes. Line ends become CR, as a terminal's Enter; the end marker is taken out, then every control character but Tab,
/// so that no paste can end itself and type on.
/// </summary>
internal static class PasteEncoder
{
    private const string EndMarker = "\e[201~";
    private const string EndMarkerC1 = "\u009b201~";

    public static void Encode(ReadOnlySpan<char> text, bool bracketed, IBufferWriter<byte> output)
    {
        if (bracketed)
            output.Write("\e[200~"u8);
        var chars = ArrayPool<char>.Shared.Rent(Math.Max(text.Length, 1));
        var length = Clean(text, chars);
        Encoding.UTF8.GetBytes(chars.AsSpan(0, length), output);
        ArrayPool<char>.Shared.Return(chars);
        if (bracketed)
            output.Write("\e[201~"u8);
    }

    private static int Clean(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\e' && text[i..].StartsWith(EndMarker, StringComparison.Ordinal))
                i += EndMarker.Length - 1;
            else if (c == '\u009b' && text[i..].StartsWith(EndMarkerC1, StringComparison.Ordinal))
                i += EndMarkerC1.Length - 1;
            else if (c == '\n' && i > 0 && text[i - 1] == '\r')
                continue;
            else if (c is '\n' or '\r')
                target[length++] = '\r';
            else if (c == '\t' || !char.IsControl(c))
                target[length++] = c;
        }

        return length;
    }
}
