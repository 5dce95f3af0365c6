using FleetTui.Terminal.Colors;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>OSC 4, 5, 10–19 and their resets; "?" asks.</summary>
internal static class ColorCommands
{
    public static readonly OscEntry[] Entries =
    [
        new(4, 4, "n ; colour | ? …", "palette", "set or ask for palette colours; from 256 on, the special ones", Palette),
        new(5, 5, "n ; colour | ? …", "special colours", "set or ask: 0 bold, 1 underline, 2 blink, 3 reverse, 4 italic; kept, not painted", Palette),
        new(10, 19, "colour | ? …", "dynamic colours", "set or ask: 10 foreground, 11 background, 12 cursor, 13–19", Dynamic),
        new(104, 104, "[n ; …]", "palette", "reset palette colours, or all", ResetPalette),
        new(105, 105, "[n ; …]", "special colours", "reset special colours, or all", ResetPalette),
        new(110, 119, "", "dynamic colours", "reset one", c => c.Machine.Palette.ResetDynamic(c.Number - 110)),
    ];

    private static void Palette(OscCall call)
    {
        var rest = call.Text;
        var (first, last) = Range(call.Number);
        while (!rest.IsEmpty)
        {
            var index = Field(ref rest);
            var value = Field(ref rest);
            if (!ColorSpec.TryNumber(index, out var number) || number >= last - first)
                continue;
            if (value is [(byte)'?'])
                call.Machine.Reply.Osc($"{call.Number};{number};{ColorSpec.Format(call.Machine.Palette[first + number])}", call.Bell);
            else if (ColorSpec.TryParse(value, out var color))
                call.Machine.Palette[first + number] = color;
        }
    }

    /// <summary>Where the numbers of OSC 4 or of OSC 5 begin and end.</summary>
    private static (int First, int Last) Range(int command) => command == 4 ? (0, ColorPalette.Numbered) : (ColorPalette.Size, ColorPalette.Numbered);

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
        var (first, last) = Range(call.Number % 100);
        if (call.Text.IsEmpty)
        {
            for (var i = first; i < (first == 0 ? ColorPalette.Size : last); i++)
                call.Machine.Palette.ResetIndexed(i);
            return;
        }

        var rest = call.Text;
        while (!rest.IsEmpty)
        {
            if (ColorSpec.TryNumber(Field(ref rest), out var number) && number < last - first)
                call.Machine.Palette.ResetIndexed(first + number);
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
