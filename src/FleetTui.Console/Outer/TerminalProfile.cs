using FleetTui.Console.Outer.Output;

namespace FleetTui.Console.Outer;

/// <summary>What the environment tells of the user's terminal before it is asked itself.</summary>
/// <param name="Utf8">False when the locale cannot show more than ASCII.</param>
/// <param name="EscapeTime">How long a lone ESC waits for the rest of a sequence, in milliseconds.</param>
public sealed record TerminalProfile(string Term, ColorDepth Colors, bool StyledUnderlines, bool Utf8, bool Remote, int EscapeTime, bool InsideTmux)
{
    public static TerminalProfile From(Func<string, string?> environment)
    {
        var term = environment("TERM") ?? "";
        var remote = !string.IsNullOrEmpty(environment("SSH_CONNECTION")) || !string.IsNullOrEmpty(environment("SSH_TTY"));
        return new TerminalProfile(
            term,
            Depth(term, environment),
            StyledUnderlines: term.Contains("kitty", StringComparison.Ordinal) || term.Contains("ghostty", StringComparison.Ordinal)
                || term.Contains("foot", StringComparison.Ordinal) || term.Contains("alacritty", StringComparison.Ordinal)
                || environment("TERM_PROGRAM") is "WezTerm" or "ghostty" or "iTerm.app" or "kitty",
            IsUtf8(environment),
            remote,
            EscapeTime: remote ? 40 : 15,
            InsideTmux: !string.IsNullOrEmpty(environment("TMUX")));
    }

    private static ColorDepth Depth(string term, Func<string, string?> environment)
    {
        if (!string.IsNullOrEmpty(environment("NO_COLOR")))
        {
            return ColorDepth.None;
        }

        if (environment("COLORTERM") is "truecolor" or "24bit" || term.Contains("kitty", StringComparison.Ordinal)
            || term.Contains("direct", StringComparison.Ordinal) || term.Contains("ghostty", StringComparison.Ordinal))
        {
            return ColorDepth.TrueColor;
        }

        return term.Contains("256", StringComparison.Ordinal) || term.StartsWith("foot", StringComparison.Ordinal) || term.StartsWith("alacritty", StringComparison.Ordinal)
            ? ColorDepth.Indexed256
            : ColorDepth.Ansi16;
    }

    /// <summary>POSIX's order: LC_ALL, LC_CTYPE, LANG; the first that is set counts.</summary>
    private static bool IsUtf8(Func<string, string?> environment)
    {
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_CTYPE", "LANG"])
        {
            if (environment(name) is { Length: > 0 } value)
            {
                return value.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || value.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
