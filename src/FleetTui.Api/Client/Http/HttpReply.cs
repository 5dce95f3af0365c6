namespace FleetTui.Api.Client.Http;

/// <summary>An answer whose head has come. Disposing it closes the connection.</summary>
/// <param name="Status">E.g. 200.</param>
/// <param name="Reason">E.g. "OK"; may be empty.</param>
internal sealed record HttpReply(int Status, string Reason, HttpBody Body) : IDisposable
{
    /// <summary>The most an answer that is read whole may have, in bytes.</summary>
    private const int Largest = 64 * 1024 * 1024;

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The whole content.</summary>
    /// <exception cref="IOException">The connection ended before it did.</exception>
    /// <exception cref="InvalidDataException">It is malformed or larger than 64 MiB.</exception>
    public async Task<ReadOnlyMemory<byte>> ContentAsync(CancellationToken cancellation)
    {
        var content = new byte[4096];
        for (var length = 0; ;)
        {
            var count = await Body.ReadAsync(content.AsMemory(length), cancellation).ConfigureAwait(false);
            length += count;
            if (count == 0)
            {
                return content.AsMemory(0, length);
            }

            if (length == content.Length)
            {
                Array.Resize(ref content, length < Largest ? length * 2 : throw new InvalidDataException("the answer is too large"));
            }
        }
    }

    public void Dispose() => Body.Dispose();
}
