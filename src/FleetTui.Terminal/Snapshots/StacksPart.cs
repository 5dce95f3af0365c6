using System.Runtime.InteropServices;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Colors;
using FleetTui.Terminal.Machines;

namespace FleetTui.Terminal.Snapshots;

/// <summary>What XTPUSHSGR and XTPUSHCOLORS put aside, and notifications that wait for their end.</summary>
internal static class StacksPart
{
    public static void Write(BinaryWriter writer, Machine machine)
    {
        writer.Write(machine.Pens.Excess);
        writer.Write(machine.Pens.Entries.Count);
        foreach (var (pen, parts) in machine.Pens.Entries)
        {
            TablesPart.WriteStyle(writer, pen);
            writer.Write(parts);
        }

        writer.Write(machine.Palettes.Used);
        writer.Write(machine.Palettes.Stored);
        foreach (var place in machine.Palettes.Places)
        {
            writer.Write(place is not null);
            if (place is not null)
                writer.Write(MemoryMarshal.AsBytes(place.AsSpan()));
        }

        writer.Write(machine.Notifications.Entries.Count);
        foreach (var (id, title, body) in machine.Notifications.Entries)
        {
            writer.Write(id);
            writer.Write(title);
            writer.Write(body);
        }
    }

    public static void Read(BinaryReader reader, Machine machine)
    {
        machine.Pens.Excess = Math.Max(reader.ReadInt32(), 0);
        var pens = new (CellStyle Pen, uint Parts)[Math.Clamp(reader.ReadInt32(), 0, PenStack.MaxDepth)];
        for (var i = 0; i < pens.Length; i++)
            pens[i] = (TablesPart.ReadStyle(reader), reader.ReadUInt32());
        machine.Pens.Restore(pens);

        var (used, stored) = (reader.ReadInt32(), reader.ReadInt32());
        var places = new uint[]?[PaletteStack.MaxDepth];
        for (var i = 0; i < places.Length; i++)
        {
            if (!reader.ReadBoolean())
                continue;
            places[i] = new uint[ColorPalette.Numbered + ColorPalette.Dynamic];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(places[i].AsSpan()));
        }

        machine.Palettes.Restore(used, stored, places);
        var pending = new (string Id, string Title, string Body)[Math.Clamp(reader.ReadInt32(), 0, PendingNotifications.MaxPending)];
        for (var i = 0; i < pending.Length; i++)
            pending[i] = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        machine.Notifications.Restore(pending);
    }
}
