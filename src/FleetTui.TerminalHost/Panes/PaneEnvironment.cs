namespace FleetTui.TerminalHost.Panes;

/// <summary>The environment in which programs see the terminal that a pane is, and not the one that the fleet was started in.</summary>
public static class PaneEnvironment
{
    /// <summary>What other terminals and multiplexers tell their programs; agents choose colours, keys and sequences by these.</summary>
    private static readonly string[] Foreign =
    [
        "TMUX", "TMUX_PANE", "STY", "WINDOW", "TERMCAP", "COLUMNS", "LINES", "VTE_VERSION", "WINDOWID", "TERM_SESSION_ID", "TERM_FEATURES",
        "LC_TERMINAL", "LC_TERMINAL_VERSION", "COLORFGBG", "WT_SESSION", "WT_PROFILE_ID", "XTERM_VERSION", "XTERM_SHELL", "XTERM_LOCALE", "TERMINAL_EMULATOR",
    ];

    private static readonly string[] ForeignPrefixes = ["KITTY_", "WEZTERM_", "GHOSTTY_", "ALACRITTY_", "ITERM_", "ZELLIJ", "KONSOLE_", "TERMINATOR_", "TERM_PROGRAM"];

    /// <summary>The version told as TERM_PROGRAM_VERSION and to XTVERSION.</summary>
    public static string Version { get; } = typeof(PaneEnvironment).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>
    /// <paramref name="inherited"/> without what belongs to another terminal, with ours (TERM, COLORTERM, TERM_PROGRAM), and with
    /// <paramref name="additions"/>, which win. PATH, HOME and the locale stay as they are; a UTF-8 locale is set when none is.
    /// </summary>
    public static IReadOnlyDictionary<string, string> ForPane(
        IEnumerable<KeyValuePair<string, string>> inherited,
        IEnumerable<KeyValuePair<string, string>>? additions = null)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in inherited)
        {
            if (!IsForeign(name)) environment[name] = value;
        }

        environment["TERM"] = "xterm-256color";
        environment["COLORTERM"] = "truecolor";
        environment["TERM_PROGRAM"] = "fleet";
        environment["TERM_PROGRAM_VERSION"] = Version;
        if (!environment.ContainsKey("LANG") && !environment.ContainsKey("LC_ALL") && !environment.ContainsKey("LC_CTYPE")) environment["LC_CTYPE"] = "C.UTF-8";
        foreach (var (name, value) in additions ?? []) environment[name] = value;
        return environment;
    }

    private static bool IsForeign(string name) =>
        Array.IndexOf(Foreign, name) >= 0 || Array.Exists(ForeignPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
