using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Protocol;

/// <summary>The wire form of <see cref="PaneStart"/>, <see cref="PaneInfo"/> and <see cref="PaneCapture"/>.</summary>
internal static class PaneCodec
{
    public static void Write(WireWriter wire, PaneStart start)
    {
        wire.Text(start.Pane);
        wire.Int32(start.Command.Count);
        foreach (var argument in start.Command) wire.Text(argument);
        wire.Text(start.WorkingDirectory);
        wire.Int32(start.Environment.Count);
        foreach (var (name, value) in start.Environment)
        {
            wire.Text(name);
            wire.Text(value);
        }

        wire.Int32(start.Columns);
        wire.Int32(start.Rows);
        wire.Int32(start.ScrollbackLines);
    }

    public static PaneStart ReadStart(ref WireReader wire)
    {
        var pane = wire.Text(HostLimits.PaneNameBytes);
        var command = new string[wire.Count(HostLimits.ListItems)];
        for (var index = 0; index < command.Length; index++) command[index] = wire.Text();
        var directory = wire.Text();
        var count = wire.Count(HostLimits.ListItems);
        var environment = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var index = 0; index < count; index++)
        {
            var name = wire.Text();
            environment[name] = wire.Text();
        }

        return new PaneStart(pane, command, directory, environment, wire.Int32(), wire.Int32(), wire.Int32());
    }

    public static void Write(WireWriter wire, PaneInfo info)
    {
        wire.Text(info.Pane);
        wire.Byte((byte)info.Life);
        wire.Int32(info.ProcessId);
        wire.OptionalInt32(info.ExitCode);
        wire.OptionalInt32(info.Signal);
        wire.OptionalText(info.Failure);
        wire.Int32(info.Columns);
        wire.Int32(info.Rows);
        wire.Text(info.Title);
        wire.OptionalText(info.WorkingDirectory);
        wire.Time(info.StartedAt);
        wire.OptionalTime(info.EndedAt);
        wire.Time(info.LastOutputAt);
    }

    public static PaneInfo ReadInfo(ref WireReader wire) => new(
        wire.Text(HostLimits.PaneNameBytes),
        (PaneLife)wire.Choice((int)PaneLife.Failed),
        wire.Int32(),
        wire.OptionalInt32(),
        wire.OptionalInt32(),
        wire.OptionalText(),
        wire.Int32(),
        wire.Int32(),
        wire.Text(),
        wire.OptionalText(),
        wire.Time(),
        wire.OptionalTime(),
        wire.Time());

    public static PaneCapture ReadCapture(ref WireReader wire)
    {
        int x = wire.Int32(), y = wire.Int32(), columns = wire.Int32(), rows = wire.Int32();
        var lines = new List<string>();
        while (!wire.Rest.IsEmpty) lines.Add(wire.Text());
        return new PaneCapture(lines, x, y, columns, rows);
    }
}
