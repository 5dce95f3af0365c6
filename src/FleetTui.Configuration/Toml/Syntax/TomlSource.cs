using System.Buffers;
using System.Text;

namespace FleetTui.Configuration.Toml.Syntax;

/// <summary>The text of one file, and how its offsets map to lines and columns (both from 1; a column is a Unicode scalar value).</summary>
public sealed class TomlSource
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private readonly List<int> lineStarts = [0];

    private TomlSource(string file, string text, bool hasMark)
    {
        File = file;
        Text = text;
        HasByteOrderMark = hasMark;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                lineStarts.Add(i + 1);
        }
    }

    public string File { get; }

    public string Text { get; }

    public bool HasByteOrderMark { get; }

    /// <returns>Null, with the error, when the bytes are not UTF-8.</returns>
    public static TomlSource? TryDecode(ReadOnlySpan<byte> bytes, string file, out ConfigurationError? error)
    {
        error = null;
        var hasMark = bytes.StartsWith(Mark);
        var content = hasMark ? bytes[Mark.Length..] : bytes;
        if (System.Text.Unicode.Utf8.IsValid(content))
            return new TomlSource(file, Encoding.UTF8.GetString(content), hasMark);

        var (line, column) = (1, 1);
        while (Rune.DecodeFromUtf8(content, out var rune, out var used) == OperationStatus.Done)
        {
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + 1);
            content = content[used..];
        }
        error = new ConfigurationError(
            new SourcePosition(file, line, column), $"The byte 0x{content[0]:X2} is not UTF-8.", "save the file as UTF-8");
        return null;
    }

    /// <summary>The bytes of a text that took the place of this one's.</summary>
    public byte[] Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return HasByteOrderMark ? [.. Mark, .. bytes] : bytes;
    }

    public SourcePosition PositionAt(int offset)
    {
        var line = lineStarts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        var column = 1;
        for (var i = lineStarts[line]; i < offset; i++)
        {
            if (!char.IsLowSurrogate(Text[i]))
                column++;
        }
        return new SourcePosition(File, line + 1, column);
    }
}
