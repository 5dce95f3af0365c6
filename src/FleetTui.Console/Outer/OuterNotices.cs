using System.Text;
using FleetTui.Console.Alerting;

namespace FleetTui.Console.Outer;

/// <summary>
/// Desktop notices by way of the user's terminal. Sources: iTerm2's and kitty's pages on their escape codes, urxvt's <c>notify</c> extension, tmux(1) on allow-passthrough.
/// </summary>
internal static class OuterNotices
{
    /// <summary>Longer texts are cut: what shows them shows a line or two.</summary>
    private const int Longest = 240;

    /// <summary>What a terminal of this name (XTVERSION) understands. Others are left alone: some print what they do not know.</summary>
    public static NotifyBy For(string version) =>
        Begins(version, "kitty") ? NotifyBy.Osc99
        : Begins(version, "iTerm2") ? NotifyBy.Osc9
        : Begins(version, "foot") || Begins(version, "ghostty") || Begins(version, "WezTerm") || Begins(version, "fleet") || Begins(version, "rxvt") || Begins(version, "contour") ? NotifyBy.Osc777
        : NotifyBy.Nothing;

    public static string Sequence(NotifyBy by, string title, string text, bool insideTmux)
    {
        (title, text) = (Plain(title), Plain(text));
        return by switch
        {
            NotifyBy.Osc9 => Through(insideTmux, $"\e]9;{title}: {text}\a"),
            // Its title ends at the first semicolon.
            NotifyBy.Osc777 => Through(insideTmux, $"\e]777;notify;{title.Replace(';', ',')};{text}\a"),
            NotifyBy.Osc99 => Through(insideTmux, $"\e]99;i=fleet:d=0:e=1;{Base64(title)}\e\\") + Through(insideTmux, $"\e]99;i=fleet:p=body:e=1;{Base64(text)}\e\\"),
            _ => "",
        };
    }

    /// <summary>tmux hands on what is wrapped so, each ESC doubled, where allow-passthrough is on.</summary>
    public static string Through(bool tmux, string sequence) =>
        tmux ? $"\ePtmux;{sequence.Replace("\e", "\e\e", StringComparison.Ordinal)}\e\\" : sequence;

    private static bool Begins(string version, string name) => version.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Plain(string text)
    {
        var plain = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return plain.Length <= Longest ? plain : $"{plain[..Longest].TrimEnd('\ud800', '\udbff')}…";
    }
}
