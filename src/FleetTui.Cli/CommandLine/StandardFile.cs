using System.Runtime.InteropServices;

namespace FleetTui.Cli.CommandLine;

/// <summary>
/// Descriptor 0, 1 or 2 by read(2) and write(2). The runtime's console streams cost a start 8 ms (a library, a terminal database, a signal thread), and
/// its file streams keep an offset of their own, which spoils <c>(fleet vt; fleet vt) &gt; file</c>.
/// </summary>
/// <remarks>A closed input is an empty one, and nobody misses what a closed error output would have said. Other failures are <see cref="IOException"/> with errno(3) as HResult, as the runtime's own.</remarks>
internal sealed partial class StandardFile(int descriptor) : Stream
{
    private const int Interrupted = 4;
    private const int BadDescriptor = 9;
    private const int TryAgain = 11;
    private const int BrokenPipe = 32;
    private const short PollIn = 1;
    private const short PollOut = 4;

    public override bool CanRead => descriptor == 0;

    public override bool CanSeek => false;

    public override bool CanWrite => descriptor != 0;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override unsafe int Read(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            while (true)
            {
                var got = Read(descriptor, start, buffer.Length);
                if (got >= 0)
                {
                    return (int)got;
                }

                if (Marshal.GetLastPInvokeError() == BadDescriptor)
                {
                    return 0;
                }

                WaitOrThrow(PollIn);
            }
        }
    }

    public override unsafe void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            for (var done = 0; done < buffer.Length;)
            {
                var put = Write(descriptor, start + done, buffer.Length - done);
                if (put >= 0)
                {
                    done += (int)put;
                }
                else if (descriptor == 2 && Marshal.GetLastPInvokeError() is (BrokenPipe or BadDescriptor))
                {
                    return;
                }
                else
                {
                    WaitOrThrow(PollOut);
                }
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Somebody else may have made the descriptor non-blocking: it is theirs as well.</summary>
    private unsafe void WaitOrThrow(short events)
    {
        var error = Marshal.GetLastPInvokeError();
        if (error == TryAgain)
        {
            var wait = new PollDescriptor { Descriptor = descriptor, Events = events };
            _ = Poll(&wait, 1, -1);
        }
        else if (error != Interrupted)
        {
            throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
        }
    }

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static unsafe partial nint Read(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static unsafe partial nint Write(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static unsafe partial int Poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
