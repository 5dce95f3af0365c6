namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>The shapes that several keys share.</summary>
internal static class CommonShapes
{
    /// <summary>Slot, role, agent and account names: they become pane names, branch names and arguments, so nothing that a shell or git reads otherwise.</summary>
    public static TextShape Name { get; } = new(
        "a name of letters, digits, - and _ that begins with a letter or digit, at most 32 long",
        text => IsName(text) ? text : null);

    /// <summary>The same, or empty for none.</summary>
    public static TextShape OptionalName { get; } = new(Name.Expected + ", or empty", text => text.Length == 0 || IsName(text) ? text : null);

    public static TextShape Line { get; } = new("one line of text", text => text.Any(char.IsControl) ? null : text);

    public static TextShape Path { get; } = new("a path", text => text.Length > 0 && !text.Any(char.IsControl) ? Trimmed(text) : null);

    /// <summary>A path that stays inside the repository.</summary>
    public static TextShape InnerPath { get; } = new(
        "a path inside the repository, relative to its root",
        text => IsInner(text) ? Trimmed(text) : null);

    public static TextShape Command { get; } = new("a shell command", text => text.Trim().Length > 0 && !text.Contains('\0', StringComparison.Ordinal) ? text : null);

    /// <summary>The same, or empty for none.</summary>
    public static TextShape OptionalCommand { get; } = new("a shell command, or empty", text => text.Contains('\0', StringComparison.Ordinal) ? null : text.Trim());

    public static ListShape AlertKinds { get; } = new(
        "an array of needs, failed, held, done and landed",
        new TextShape("needs, failed, held, done or landed", text => text is "needs" or "failed" or "held" or "done" or "landed" ? text : null));

    public static ListShape Commands { get; } = new("an array of shell commands", Command);

    public static ListShape InnerPaths { get; } = new("an array of paths inside the repository", InnerPath);

    public static ListShape Arguments { get; } = new(
        "an array: the program, then its arguments",
        new TextShape("a string without U+0000", text => text.Contains('\0', StringComparison.Ordinal) ? null : text),
        allowEmpty: false);

    public static MapShape Environment { get; } = new(
        "a table of environment variables and their values",
        name => !IsVariable(name) ? "an environment variable is letters, digits and _"
            : name.StartsWith("FLEET_", StringComparison.Ordinal) ? "names that begin with FLEET_ are set by the fleet"
            : null);

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 32 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsVariable(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsInner(string text) =>
        text.Length > 0 && text[0] is not ('/' or '~') && !text.Any(char.IsControl) && !text.Split('/').Contains("..") && Trimmed(text).Length > 0;

    /// <summary>Without <c>./</c> before and <c>/</c> behind.</summary>
    private static string Trimmed(string path)
    {
        while (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..].TrimStart('/');
        return path == "." ? "" : path.Length > 1 ? path.TrimEnd('/') : path;
    }
}
