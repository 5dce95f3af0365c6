using System.Globalization;

namespace FleetTui.Api.Client.Http;

/// <summary>An answer's content (RFC 9112, sections 6 and 7): of a told length, in chunks, or until the connection ends. Read it from one place at a time.</summary>
/// <param name="length">Bytes; null when it is in chunks or ends with the connection.</param>
internal sealed class HttpBody(HttpInput input, long? length, bool chunked, IDisposable connection) : Stream
{
    /// <summary>Bytes left of the content, or of the chunk.</summary>
    private long left = length ?? 0;

    private bool ended = length == 0;
    private bool inChunk;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || ended || (chunked && left == 0 && !await NextChunkAsync(cancellationToken).ConfigureAwait(false)))
        {
            return 0;
        }

        var bounded = chunked || length is not null;
        var count = await input.ReadAsync(bounded && buffer.Length > left ? buffer[..(int)left] : buffer, cancellationToken).ConfigureAwait(false);
        if (bounded && count == 0)
        {
            throw new EndOfStreamException("the connection was closed in the middle of an answer");
        }

        left -= count;
        ended = count == 0 || (length is not null && left == 0);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("this stream is read asynchronously");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>False after the last chunk; trailers are read over.</summary>
    private async ValueTask<bool> NextChunkAsync(CancellationToken cancellation)
    {
        if (inChunk && await input.LineAsync(cancellation).ConfigureAwait(false) is { Length: > 0 })
        {
            throw new InvalidDataException("a chunk is longer than it says");
        }

        var line = await input.LineAsync(cancellation).ConfigureAwait(false);
        var extension = line.IndexOf(';', StringComparison.Ordinal);
        if (!long.TryParse(extension < 0 ? line : line[..extension], NumberStyles.AllowHexSpecifier | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out left) || left < 0)
        {
            throw new InvalidDataException("a chunk does not begin with its length");
        }

        inChunk = true;
        if (left > 0)
        {
            return true;
        }

        while (await input.LineAsync(cancellation).ConfigureAwait(false) is { Length: > 0 })
        {
        }

        ended = true;
        return false;
    }
}
