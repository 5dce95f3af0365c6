using FleetTui.Terminal.Colors;

namespace FleetTui.Terminal.Sequences.Osc;

/// <summary>What a shell tells: its directory (7), its prompts (133).</summary>
internal static class ShellCommands
{
    private const int MaxUri = 4096;

    public static readonly OscEntry[] Entries =
    [
        new(7, 7, "file URI", "working directory", "reported", Directory),
        new(133, 133, "A | N | P | B | C | D [; code]", "prompt marks", "reported; A, N and P mark the line, unless k is s, c or r", Prompt),
    ];

    private static void Directory(OscCall call)
    {
        if (call.Text.Length is > 0 and <= MaxUri)
            call.Machine.Effects.WorkingDirectory(OscText.Clean(call.Text, MaxUri));
    }

    private static bool IsOtherPrompt(ReadOnlySpan<byte> options)
    {
        foreach (var range in options.Split((byte)';'))
        {
            if (options[range] is [(byte)'k', (byte)'=', (byte)'s' or (byte)'c' or (byte)'r'])
                return true;
        }

        return false;
    }

    private static void Prompt(OscCall call)
    {
        if (call.Text.IsEmpty || (call.Text.Length > 1 && call.Text[1] != ';'))
            return;
        var rest = call.Text.Length > 2 ? call.Text[2..] : default;
        PromptMark? mark = (char)call.Text[0] switch
        {
            'A' or 'N' or 'P' => PromptMark.PromptStart,
            'B' => PromptMark.CommandStart,
            'C' => PromptMark.OutputStart,
            'D' => PromptMark.CommandFinished,
            _ => null,
        };
        if (mark is not { } known)
            return;
        // A line that only continues a prompt, or a prompt at the right, is no start of one.
        if (known == PromptMark.PromptStart && IsOtherPrompt(rest))
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
