namespace FleetTui.Cli.Doctor;

/// <summary>The user's own terminal.</summary>
internal static class TerminalFindings
{
    /// <param name="Columns">Null, as are the rows, when the output is no terminal.</param>
    internal sealed record Screen(int? Columns, int? Rows)
    {
        public static Screen OfProcess() =>
            System.Console.IsOutputRedirected ? new Screen(null, null) : new Screen(System.Console.WindowWidth, System.Console.WindowHeight);
    }

    /// <param name="prefix">The console's; null when it is not known.</param>
    public static IEnumerable<Finding> Of(Func<string, string?> environment, Screen screen, string? prefix) =>
        [Size(screen), Kind(environment("TERM") ?? ""), Colours(environment), Encoding(environment), .. Tmux(environment, prefix)];

    private static Finding Size(Screen screen) => screen switch
    {
        { Columns: null } => Finding.Ok("terminal", "the output is no terminal; sizes cannot be told"),
        { Columns: >= 80, Rows: >= 24 } => Finding.Ok("terminal", $"{screen.Columns}x{screen.Rows}"),
        _ => Finding.Warn("terminal", $"{screen.Columns}x{screen.Rows} is small", "the console needs 80x24: enlarge the window"),
    };

    private static Finding Kind(string term) => term switch
    {
        "" => Finding.Warn("TERM", "TERM is not set", "export TERM=xterm-256color"),
        "dumb" => Finding.Warn("TERM", "a dumb terminal cannot show the console", "run fleet in a full terminal; the verbs work here"),
        _ => Finding.Ok("TERM", term),
    };

    private static Finding Colours(Func<string, string?> environment)
    {
        if (!string.IsNullOrEmpty(environment("NO_COLOR")))
        {
            return Finding.Ok("colours", "none, as NO_COLOR asks");
        }

        var term = environment("TERM") ?? "";
        if (environment("COLORTERM") is "truecolor" or "24bit" || term.EndsWith("-direct", StringComparison.Ordinal))
        {
            return Finding.Ok("colours", "16 million");
        }

        return term.Contains("256color", StringComparison.Ordinal)
            ? Finding.Ok("colours", "256; for all colours: export COLORTERM=truecolor, if your terminal has them")
            : Finding.Warn("colours", "TERM promises fewer than 256", "export TERM=xterm-256color, if your terminal has them");
    }

    /// <summary>The first of the three that is set decides, as in setlocale(3).</summary>
    private static Finding Encoding(Func<string, string?> environment)
    {
        var locale = new[] { "LC_ALL", "LC_CTYPE", "LANG" }.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return locale.Replace("-", "", StringComparison.Ordinal).EndsWith("utf8", StringComparison.OrdinalIgnoreCase)
            ? Finding.Ok("encoding", locale)
            : Finding.Warn("encoding", locale.Length == 0 ? "no locale is set" : $"the locale {locale} is not UTF-8", "export LANG=C.UTF-8, or set ascii = true under [console] in fleet.toml");
    }

    private static IEnumerable<Finding> Tmux(Func<string, string?> environment, string? prefix)
    {
        // C-b is tmux's own default; whoever chose another prefix here has settled it.
        if (!string.IsNullOrEmpty(environment("TMUX")) && (prefix is null or "C-b"))
        {
            yield return Finding.Warn("tmux", "tmux around the console takes C-b first", "set prefix = \"C-Space\" under [console] in fleet.toml, or press C-b twice");
        }
    }
}
