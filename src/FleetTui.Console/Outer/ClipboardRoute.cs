namespace FleetTui.Console.Outer;

/// <summary>
/// How a text gets to the clipboard that the user sees: by a tool where the console runs on the user's own machine, else by the terminal (OSC 52),
/// which over SSH is the only one that reaches there. Nothing tells whether a terminal took it: it is "sent".
/// </summary>
/// <param name="Tool">A shell command that reads the text; null for OSC 52.</param>
/// <param name="Name">For the user.</param>
public sealed record ClipboardRoute(string? Tool, string Name)
{
    public static readonly ClipboardRoute Terminal = new(null, "OSC 52");

    /// <summary>More bytes than this many are cut or dropped by terminals that are in use: hterm takes 100 000 of Base64.</summary>
    public const int MostBytes = 74_994;

    public static ClipboardRoute Of(bool remote, Func<string, string?> environment, ILocalPrograms? programs)
    {
        bool Has(string display, string tool) => !string.IsNullOrEmpty(environment(display)) && programs?.Has(tool) == true;
        return remote ? Terminal
            : Has("WAYLAND_DISPLAY", "wl-copy") ? Of("wl-copy", "wl-copy")
            : Has("DISPLAY", "xclip") ? Of("xclip", "xclip -selection clipboard")
            : Has("DISPLAY", "xsel") ? Of("xsel", "xsel --clipboard --input")
            : Terminal;
    }

    /// <summary>The tools stay behind to serve the text: in a session of their own, and without our pipes.</summary>
    private static ClipboardRoute Of(string name, string command) => new($"setsid {command} >/dev/null 2>&1", name);
}
