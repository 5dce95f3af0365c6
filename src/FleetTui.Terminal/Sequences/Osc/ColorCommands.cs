using FleetTui.Terminal.Colors;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>OSC 4, 5, 10–19 and their resets; "?" asks.</summary>
internal static class ColorCommands
{
    public static readonly OscEntry[] Entries =
    [
        new(4, 4, "n ; colour | ? …", "palette", "set or ask for palette colours", Palette),
        new(10, 19, "colour | ? …", "dynamic colours", "set or ask: 10 foreground, 11 background, 12 cursor, 13–19", Dynamic),
        new(104, 104, "[n ; …]", "palette", "reset palette colours, or all", ResetPalette),
        new(110, 119, "", "dynamic colours", "reset one", c => c.Machine.Palette.ResetDynamic(c.Number - 110)),
    ];

    private static void Palette(OscCall call)
    {
        var rest = call.Text;
        while (!rest.IsEmpty)
        {
            var index = Field(ref rest);
            var value = Field(ref rest);
            if (!ColorSpec.TryNumber(index, out var number) || number >= ColorPalette.Size)
                continue;
            if (value is [(byte)'?'])
                call.Machine.Reply.Osc($"4;{number};{ColorSpec.Format(call.Machine.Palette[number])}", call.Bell);
            else if (ColorSpec.TryParse(value, out var color))
                call.Machine.Palette[number] = color;
        }
    }

    /// <summary>"OSC 10 ; a ; b" sets 10 to a and 11 to b, as in xterm.</summary>
    private static void Dynamic(OscCall call)
    {
        var rest = call.Text;
        for (var which = call.Number - 10; which < ColorPalette.Dynamic && !rest.IsEmpty; which++)
        {
            var value = Field(ref rest);
            if (value is [(byte)'?'])
                call.Machine.Reply.Osc($"{which + 10};{ColorSpec.Format(call.Machine.Palette.GetDynamic(which))}", call.Bell);
            else if (ColorSpec.TryParse(value, out var color))
                call.Machine.Palette.SetDynamic(which, color);
        }
    }

    private static void ResetPalette(OscCall call)
    {
        if (call.Text.IsEmpty)
        {
            for (var i = 0; i < ColorPalette.Size; i++)
                call.Machine.Palette.ResetIndexed(i);
            return;
        }

        var rest = call.Text;
        while (!rest.IsEmpty)
        {
            if (ColorSpec.TryNumber(Field(ref rest), out var number) && number < ColorPalette.Size)
                call.Machine.Palette.ResetIndexed(number);
        }
    }

    private static ReadOnlySpan<byte> Field(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)';');
        var field = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return field;
    }
}
