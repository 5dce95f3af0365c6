using System.Diagnostics;

namespace FleetTui.Processes.Native;

/// <summary>
/// Feeds and reads one child until it has ended and its output is read, on one thread in <c>poll(2)</c>: its end, its three streams, the deadline and the
/// caller's cancellation are waited for together, so nothing is polled for and nothing can block for ever.
/// </summary>
internal sealed unsafe class ChildLoop(Command command, Child child, Pipe? input, Pipe output, Pipe error, Action<string>? line)
{
    /// <summary>After the child's end: what it left running (ssh's ControlPersist, a credential cache) may hold the pipes open for ever.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromMilliseconds(250);

    /// <summary>Only where the kernel has no pidfd.</summary>
    private const int ReapIntervalWithoutPidfd = 20;

    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly Capture standardOutput = new(command.OutputLimit, line);
    private readonly Capture standardError = new(command.OutputLimit, null);
    private readonly long started = Stopwatch.GetTimestamp();
    private int written;
    private bool timedOut, terminated, killed;
    private TimeSpan? next = command.Deadline;

    internal CommandResult Run(CancellationToken cancellation)
    {
        input?.MakeWriteEndNonBlocking();
        using var wake = new Wake(cancellation);
        var entries = stackalloc Posix.PollEntry[5];
        var cancelled = false;
        while (output.ReadEnd >= 0 || error.ReadEnd >= 0 || child.End is null)
        {
            entries[0] = Watch(child.End is null ? child.Descriptor : -1, Posix.PollIn);
            entries[1] = Watch(output.ReadEnd, Posix.PollIn);
            entries[2] = Watch(error.ReadEnd, Posix.PollIn);
            entries[3] = Watch(input?.WriteEnd ?? -1, Posix.PollOut);
            entries[4] = Watch(cancelled ? -1 : wake.Descriptor, Posix.PollIn);
            _ = Posix.poll(entries, 5, Timeout());

            if (entries[3].Returned != 0)
                Feed();
            if (entries[1].Returned != 0)
                Drain(output, standardOutput);
            if (entries[2].Returned != 0)
                Drain(error, standardError);
            if (entries[4].Returned != 0 && !cancelled)
            {
                cancelled = true;
                if (!terminated)
                    Advance();
            }

            if (child.End is null && (entries[0].Returned != 0 || child.Descriptor < 0) && child.Reap(wait: false) is not null)
                next = Elapsed + DrainTime;
            if (next is { } due && Elapsed >= due)
                Expire();
        }

        standardOutput.Finish();
        if (cancelled)
            cancellation.ThrowIfCancellationRequested();
        var end = timedOut ? new CommandEnd.TimedOut(command.Deadline!.Value) : child.End;
        return new CommandResult(end, standardOutput.Bytes, standardError.Bytes, standardOutput.Truncated || standardError.Truncated);
    }

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    private static Posix.PollEntry Watch(int descriptor, short events) => new() { Descriptor = descriptor, Events = events };

    private int Timeout()
    {
        var limit = child.Descriptor < 0 && child.End is null ? ReapIntervalWithoutPidfd : -1;
        if (next is not { } due)
            return limit;
        var left = (int)Math.Clamp(Math.Ceiling((due - Elapsed).TotalMilliseconds), 0, int.MaxValue);
        return limit < 0 ? left : Math.Min(limit, left);
    }

    private void Expire()
    {
        if (child.End is not null)
        {
            output.CloseReadEnd();
            error.CloseReadEnd();
            return;
        }

        timedOut |= !terminated;
        Advance();
    }

    /// <summary>First SIGTERM, so that git removes its lock files; then SIGKILL.</summary>
    private void Advance()
    {
        if (!terminated)
        {
            terminated = true;
            child.Signal(Posix.Terminate);
            next = Elapsed + command.Grace;
        }
        else if (!killed)
        {
            killed = true;
            child.Signal(Posix.Kill);
            next = null;
        }
    }

    private void Feed()
    {
        var rest = command.Input.Span[written..];
        fixed (byte* bytes = rest)
        {
            var count = Posix.write(input!.WriteEnd, bytes, rest.Length);
            if (count > 0)
                written += (int)count;
            else if (System.Runtime.InteropServices.Marshal.GetLastPInvokeError() is not (Posix.Interrupted or 11))
                written = command.Input.Length; // the child does not want the rest (EPIPE)
        }

        if (written == command.Input.Length)
            input.CloseWriteEnd();
    }

    private void Drain(Pipe pipe, Capture capture)
    {
        nint count;
        fixed (byte* bytes = buffer)
            count = Posix.read(pipe.ReadEnd, bytes, buffer.Length);
        if (count > 0)
            capture.Add(buffer.AsSpan(0, (int)count));
        else if (count == 0 || System.Runtime.InteropServices.Marshal.GetLastPInvokeError() != Posix.Interrupted)
            pipe.CloseReadEnd();
    }
}
