using System.Buffers.Binary;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Upgrading;

/// <summary>
/// The hand-over as bytes: magic, version (u16), then blocks, each a length (i64) and that many bytes: the host, and of each pane its state and its screen.
/// An empty block ends it.
/// </summary>
internal static class HandOverCodec
{
    private static ReadOnlySpan<byte> Magic => "fleethof"u8;

    public static void WriteHost(Stream file, HostHandOver host)
    {
        Span<byte> head = stackalloc byte[10];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt16LittleEndian(head[8..], HandOverFormat.Version);
        file.Write(head);
        var wire = new WireWriter();
        wire.Int64((long)host.Instance);
        wire.Int32(host.Generation);
        wire.Time(host.StartedAt);
        wire.Int64(host.FrozenAt);
        wire.Int32(host.Listener);
        wire.Int32(host.LockFile);
        wire.Int32(host.Sessions.Count);
        foreach (var (session, last) in host.Sessions)
        {
            wire.Int64((long)session);
            wire.UInt32(last);
        }

        WriteBlock(file, wire.Written);
    }

    public static void WritePane(Stream file, PaneHandOver pane)
    {
        var wire = new WireWriter();
        wire.Text(pane.Name);
        wire.Bool(pane.Info is not null);
        if (pane.Info is not null) PaneCodec.Write(wire, pane.Info);
        wire.Int32(pane.ScrollbackLines);
        OptionalInt64(wire, pane.HeldSince);
        wire.Bool(pane.Process is not null);
        if (pane.Process is { } process)
        {
            wire.Int32(process.ProcessId);
            wire.Int32(process.Master);
            wire.Bytes(process.Input);
            OptionalInt64(wire, process.KillAt);
        }

        wire.Int64(pane.Activity.LastOutput);
        wire.Bool(pane.Activity.Active);
        wire.Int64(pane.Journal.Sequence);
        Events(wire, pane.Journal.Known);
        Events(wire, pane.Journal.Pending);
        Events(wire, pane.Journal.Recent);
        WriteBlock(file, wire.Written);
        WriteBlock(file, pane.Snapshot);
    }

    public static void WriteEnd(Stream file) => WriteBlock(file, []);

    /// <exception cref="FormatException">Not a hand-over, or of another version.</exception>
    public static HostHandOver ReadHost(Stream file)
    {
        Span<byte> head = stackalloc byte[10];
        file.ReadExactly(head);
        if (!head.StartsWith(Magic)) throw new FormatException("not a hand-over");
        var version = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]);
        if (version != HandOverFormat.Version) throw new FormatException($"a hand-over of version {version}, not {HandOverFormat.Version}");
        var wire = new WireReader(ReadBlock(file));
        var host = new HostHandOver((ulong)wire.Int64(), wire.Int32(), wire.Time(), wire.Int64(), wire.Int32(), wire.Int32(), new Dictionary<ulong, uint>());
        var sessions = new Dictionary<ulong, uint>();
        for (var left = wire.Count(HostLimits.ListItems); left > 0; left--)
        {
            var session = (ulong)wire.Int64();
            sessions[session] = wire.UInt32();
        }

        return host with { Sessions = sessions };
    }

    /// <summary>The next pane; null at the end.</summary>
    /// <exception cref="FormatException">It is damaged.</exception>
    public static PaneHandOver? ReadPane(Stream file)
    {
        var block = ReadBlock(file);
        if (block.Length == 0) return null;
        var wire = new WireReader(block);
        var name = wire.Text();
        var info = wire.Bool() ? PaneCodec.ReadInfo(ref wire) : null;
        var scrollback = wire.Int32();
        var heldSince = OptionalInt64(ref wire);
        var process = wire.Bool() ? new ProcessHandOver(wire.Int32(), wire.Int32(), wire.Bytes().ToArray(), OptionalInt64(ref wire)) : null;
        var activity = new ActivityHandOver(wire.Int64(), wire.Bool());
        var journal = new JournalHandOver(wire.Int64(), Events(ref wire), Events(ref wire), Events(ref wire));
        return new PaneHandOver(name, info, scrollback, ReadBlock(file), heldSince, process, activity, journal);
    }

    private static void Events(WireWriter wire, IReadOnlyList<PaneEvent> events)
    {
        wire.Int32(events.Count);
        foreach (var happened in events) PaneEventCodec.Write(wire, happened);
    }

    private static List<PaneEvent> Events(ref WireReader wire)
    {
        var events = new List<PaneEvent>();
        for (var left = wire.Count(HostLimits.ListItems); left > 0; left--)
        {
            if (PaneEventCodec.Read(ref wire) is { } happened) events.Add(happened);
        }

        return events;
    }

    private static void OptionalInt64(WireWriter wire, long? value)
    {
        wire.Bool(value is not null);
        if (value is { } given) wire.Int64(given);
    }

    private static long? OptionalInt64(ref WireReader wire) => wire.Bool() ? wire.Int64() : null;

    private static void WriteBlock(Stream file, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        file.Write(length);
        file.Write(bytes);
    }

    private static byte[] ReadBlock(Stream file)
    {
        Span<byte> length = stackalloc byte[8];
        file.ReadExactly(length);
        var bytes = new byte[BinaryPrimitives.ReadInt64LittleEndian(length)];
        file.ReadExactly(bytes);
        return bytes;
    }
}
