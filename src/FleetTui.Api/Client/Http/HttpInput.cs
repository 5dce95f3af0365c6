using System.Text;

namespace FleetTui.Api.Client.Http;

/// <summary>What comes from the peer, with what was read beyond a line kept for the next reader.</summary>
internal sealed class HttpInput(Stream stream)
{
    /// <summary>Bytes a line may have: more than any head of ours, and the most that a peer can make us keep.</summary>
    private const int LongestLine = 16 * 1024;

    private readonly byte[] buffer = new byte[LongestLine];
    private int start;
    private int end;

    /// <summary>The next line without its CR LF or LF.</summary>
    /// <exception cref="IOException">The peer went away in the middle of it.</exception>
    /// <exception cref="InvalidDataException">It is too long.</exception>
    public async ValueTask<string> LineAsync(CancellationToken cancellation)
    {
        for (var searched = 0; ;)
        {
            var feed = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                var line = Encoding.Latin1.GetString(buffer, start, searched + feed).TrimEnd('\r');
                start += searched + feed + 1;
                return line;
            }

            searched = end - start;
            if (searched == LongestLine)
            {
                throw new InvalidDataException($"a line is longer than {LongestLine} bytes");
            }

            buffer.AsSpan(start, searched).CopyTo(buffer);
            (start, end) = (0, searched);
            var count = await stream.ReadAsync(buffer.AsMemory(end), cancellation).ConfigureAwait(false);
            if (count == 0)
            {
                throw new EndOfStreamException("the connection was closed in the middle of an answer");
            }

            end += count;
        }
    }

    /// <summary>Some bytes, 0 at the end.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancellation)
    {
        if (start == end)
        {
            return stream.ReadAsync(into, cancellation);
        }

        var count = Math.Min(into.Length, end - start);
        buffer.AsSpan(start, count).CopyTo(into.Span);
        start += count;
        return ValueTask.FromResult(count);
    }
}
