using FleetTui.Terminal.Colors;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>What a shell tells: its directory (7), its prompts (133).</summary>
internal static class ShellCommands
{
    private const int MaxUri = 4096;

    public static readonly OscEntry[] Entries =
    [
        new(7, 7, "file URI", "working directory", "reported", Directory),
        new(133, 133, "A | B | C | D [; code]", "prompt marks", "reported; A marks the line", Prompt),
    ];

    private static void Directory(OscCall call)
    {
        if (call.Text.Length is > 0 and <= MaxUri)
            call.Machine.Effects.WorkingDirectory(OscText.Clean(call.Text, MaxUri));
    }

    private static void Prompt(OscCall call)
    {
        if (call.Text.IsEmpty || (call.Text.Length > 1 && call.Text[1] != ';'))
            return;
        var rest = call.Text.Length > 2 ? call.Text[2..] : default;
        PromptMark? mark = (char)call.Text[0] switch
        {
            'A' => PromptMark.PromptStart,
            'B' => PromptMark.CommandStart,
            'C' => PromptMark.OutputStart,
            'D' => PromptMark.CommandFinished,
            _ => null,
        };
        if (mark is not { } known)
            return;
        int? code = null;
        if (known == PromptMark.CommandFinished && !rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)';');
            if (ColorSpec.TryNumber(end < 0 ? rest : rest[..end], out var number))
                code = number;
        }

        if (known == PromptMark.PromptStart && !call.Machine.Screen.IsAlternate)
            call.Machine.Screen.Row.Prompt = true;
        call.Machine.Effects.PromptMark(known, code);
    }
}
