namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>A glob with gitignore's meaning, as <c>FleetTui.Roles</c> reads it. Here only what no pattern may be; whether two domains meet is its question.</summary>
internal static class GlobShape
{
    public static TextShape Glob { get; } = new(
        "a path glob relative to the root, as in .gitignore",
        text => Refusal(text) is null ? text : null,
        Refusal);

    public static ListShape Globs { get; } = new("an array of path globs", Glob);

    private static string? Refusal(string text)
    {
        if (text.Trim().Length == 0)
            return "it is empty";
        if (text.Any(char.IsControl))
            return "it has a control character";
        if (text[0] == '#')
            return "a leading # makes it a comment; \\# stands for the character itself";
        if (text[0] == '~')
            return "paths are relative to the repository's root";
        return text.Split('/').Contains("..") ? "a domain stays inside the repository" : null;
    }
}
