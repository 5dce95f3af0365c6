namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>Names of git's things, by the rules of git-check-ref-format(1).</summary>
internal static class RefShape
{
    public static TextShape Branch { get; } = new("a branch name that git accepts", text => IsBranch(text) ? text : null);

    public static TextShape OptionalBranch { get; } = new("a branch name that git accepts, or empty", text => text.Length == 0 || IsBranch(text) ? text : null);

    public static TextShape Remote { get; } = new("a remote's name, or empty", text => text.Length == 0 || IsBranch(text) ? text : null);

    private static bool IsBranch(string text) =>
        text.Length is > 0 and <= 200
        && text is not ("@" or "HEAD")
        && text[0] != '-'
        && text[^1] != '.'
        && !text.Contains("..", StringComparison.Ordinal)
        && !text.Contains("@{", StringComparison.Ordinal)
        && !text.StartsWith("refs/", StringComparison.Ordinal)
        && text.All(c => c > ' ' && c != '\x7f' && c is not ('~' or '^' or ':' or '?' or '*' or '[' or '\\'))
        && text.Split('/').All(part => part.Length > 0 && part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));
}
