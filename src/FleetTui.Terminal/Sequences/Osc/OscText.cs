using System.Text;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>Text out of an OSC: bounded, valid, without control characters, so that whoever shows it needs no care.</summary>
internal static class OscText
{
    /// <param name="bytes">UTF-8; malformed parts become U+FFFD.</param>
    /// <param name="maxChars">UTF-16 units; longer text is cut.</param>
    public static string Clean(ReadOnlySpan<byte> bytes, int maxChars)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            text = string.Concat(text.Where(c => !IsControl(c)));
        if (text.Length <= maxChars)
            return text;
        return char.IsHighSurrogate(text[maxChars - 1]) ? text[..(maxChars - 1)] : text[..maxChars];
    }

    /// <summary>Base64 of UTF-8, padded or not; null when it is not.</summary>
    public static byte[]? FromBase64(ReadOnlySpan<byte> base64)
    {
        var padded = new byte[(base64.Length + 3) / 4 * 4];
        base64.CopyTo(padded);
        padded.AsSpan(base64.Length).Fill((byte)'=');
        var decoded = new byte[padded.Length / 4 * 3];
        return System.Buffers.Text.Base64.DecodeFromUtf8(padded, decoded, out _, out var written) == System.Buffers.OperationStatus.Done ? decoded[..written] : null;
    }

    /// <summary>C0, DEL, C1, and the bidirectional overrides that make a shown text lie.</summary>
    private static bool IsControl(char c) => char.IsControl(c) || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u2028' or '\u2029';
}
