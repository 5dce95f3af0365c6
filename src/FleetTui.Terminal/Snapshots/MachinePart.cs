using System.Runtime.InteropServices;
using FleetTui.Terminal.Colors;
using FleetTui.Terminal.Input;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Text;

namespace FleetTui.Terminal.Snapshots;

/// <summary>Modes, titles, colours, keyboard, cursor shape, and what the last character may join with.</summary>
internal static class MachinePart
{
    public static void Write(BinaryWriter writer, Machine machine)
    {
        writer.Write(machine.Modes.Set);
        writer.Write(machine.Modes.Saved);
        writer.Write(machine.CursorLook.Style);
        writer.Write(machine.Rectangles.Extent);
        writer.Write(machine.Rectangles.ChecksumBits);
        writer.Write(machine.Conformance.Level);
        writer.Write(machine.Conformance.EightBit);
        writer.Write((byte)machine.Graphemes.Last);
        writer.Write(machine.Graphemes.AfterPictograph);
        writer.Write(machine.Printer.LastGlyph);
        writer.Write(machine.Titles.SetByHex);
        writer.Write(machine.Titles.AskedByHex);
        writer.Write(machine.Titles.Window);
        writer.Write(machine.Titles.Icon);
        writer.Write(machine.Titles.Stack.Count);
        foreach (var (window, icon) in machine.Titles.Stack)
        {
            writer.Write(window);
            writer.Write(icon);
        }

        writer.Write(MemoryMarshal.AsBytes(machine.Palette.Indexed));
        writer.Write(MemoryMarshal.AsBytes(machine.Palette.DynamicColors));
        writer.Write(machine.Keyboard.ModifyOtherKeys);
        writer.Write(machine.Keyboard.FormatOtherKeys);
        WriteKitty(writer, machine.Keyboard.Of(false));
        WriteKitty(writer, machine.Keyboard.Of(true));
        StacksPart.Write(writer, machine);
    }

    public static void Read(BinaryReader reader, Machine machine)
    {
        machine.Modes.Set = reader.ReadUInt64();
        machine.Modes.Saved = reader.ReadUInt64();
        machine.CursorLook.Style = reader.ReadInt32();
        machine.Rectangles.Extent = reader.ReadInt32();
        machine.Rectangles.ChecksumBits = reader.ReadInt32();
        machine.Conformance.Level = Math.Clamp(reader.ReadInt32(), 1, Conformance.MaxLevel);
        machine.Conformance.EightBit = reader.ReadBoolean();
        machine.Graphemes.Last = (JoinClass)reader.ReadByte();
        machine.Graphemes.AfterPictograph = reader.ReadBoolean();
        var last = reader.ReadUInt32();
        machine.Printer.LastGlyph = last;
        machine.Titles.SetByHex = reader.ReadBoolean();
        machine.Titles.AskedByHex = reader.ReadBoolean();
        machine.Titles.Window = reader.ReadString();
        machine.Titles.Icon = reader.ReadString();
        var titles = new (string, string)[Math.Clamp(reader.ReadInt32(), 0, Titles.TitleStack.MaxDepth)];
        for (var i = 0; i < titles.Length; i++)
            titles[i] = (reader.ReadString(), reader.ReadString());
        machine.Titles.Restore(titles);
        var indexed = new uint[ColorPalette.Numbered];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(indexed.AsSpan()));
        var dynamic = new uint[ColorPalette.Dynamic];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(dynamic.AsSpan()));
        machine.Palette.Restore(indexed, dynamic);
        machine.Keyboard.ModifyOtherKeys = reader.ReadInt32();
        machine.Keyboard.FormatOtherKeys = reader.ReadInt32();
        ReadKitty(reader, machine.Keyboard.Of(false));
        ReadKitty(reader, machine.Keyboard.Of(true));
        StacksPart.Read(reader, machine);
    }

    private static void WriteKitty(BinaryWriter writer, KittyKeyboard kitty)
    {
        writer.Write(kitty.Flags);
        writer.Write((byte)kitty.Stack.Count);
        foreach (var flags in kitty.Stack)
            writer.Write(flags);
    }

    private static void ReadKitty(BinaryReader reader, KittyKeyboard kitty)
    {
        var flags = reader.ReadByte();
        kitty.Restore(flags, reader.ReadBytes(reader.ReadByte()));
    }
}
