using System.Buffers;
using System.Text;

namespace FleetTui.Processes.Native;

/// <summary>Collects one output stream up to a limit and, if asked, cuts it into lines as it comes.</summary>
internal sealed class Capture(int limit, Action<string>? line)
{
    private readonly ArrayBufferWriter<byte> kept = new();
    private readonly ArrayBufferWriter<byte>? partial = line is null ? null : new ArrayBufferWriter<byte>();

    internal bool Truncated { get; private set; }

    internal ReadOnlyMemory<byte> Bytes => kept.WrittenMemory;

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        var room = Math.Min(bytes.Length, limit - kept.WrittenCount);
        Truncated |= room < bytes.Length;
        if (room > 0)
            kept.Write(bytes[..room]);
        if (partial is null)
            return;

        for (var end = bytes.IndexOf((byte)'\n'); end >= 0; end = bytes.IndexOf((byte)'\n'))
        {
            partial.Write(bytes[..end]);
            EmitLine();
            bytes = bytes[(end + 1)..];
        }

        partial.Write(bytes);
    }

    internal void Finish()
    {
        if (partial is { WrittenCount: > 0 })
            EmitLine();
    }

    private void EmitLine()
    {
        line!(Encoding.UTF8.GetString(partial!.WrittenSpan));
        partial.ResetWrittenCount();
    }
}
