using System.Runtime.InteropServices;
using FleetTui.Terminal;

namespace FleetTui.Cli.Verbs.Vt;

/// <summary>One terminal fed from a file, with what it answered.</summary>
internal sealed class VtSession : SilentEffects
{
    private const int ReadSize = 64 * 1024;
    private readonly int chunk;
    private readonly List<byte> replies = [];

    public VtSession(VtOptions options)
    {
        chunk = options.Chunk;
        Terminal = new VirtualTerminal(options.Columns, options.Rows, new TerminalOptions(Name: "fleet " + Version()), this);
    }

    public VirtualTerminal Terminal { get; }

    /// <summary>All answers so far.</summary>
    public ReadOnlySpan<byte> Replies => CollectionsMarshal.AsSpan(replies);

    /// <summary>Feeds all of a stream, as it comes.</summary>
    public void Feed(Stream input)
    {
        var buffer = new byte[chunk > 0 ? Math.Min(chunk, ReadSize) : ReadSize];
        for (int count; (count = input.ReadAtLeast(buffer, chunk > 0 ? buffer.Length : 1, throwOnEndOfStream: false)) > 0;)
            Terminal.Feed(buffer.AsSpan(0, count));
    }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        var step = chunk > 0 ? chunk : Math.Max(bytes.Length, 1);
        for (var i = 0; i < bytes.Length; i += step)
            Terminal.Feed(bytes.Slice(i, Math.Min(step, bytes.Length - i)));
    }

    public override void Reply(ReadOnlySpan<byte> bytes) => replies.AddRange(bytes);

    private static string Version() => typeof(VtSession).Assembly.GetName().Version?.ToString(3) ?? "0";
}
