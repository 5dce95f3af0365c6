namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>A glob with gitignore's meaning, without its negation: a domain says what is in it.</summary>
internal static class GlobShape
{
    public static TextShape Glob { get; } = new(
        "a path glob relative to the root, as in .gitignore, without ! and ..",
        text => Refusal(text) is null ? text : null,
        Refusal);

    public static ListShape Domain { get; } = new("an array of path globs, at least one", Glob, allowEmpty: false);

    public static ListShape Shared { get; } = new("an array of path globs", Glob);

    private static string? Refusal(string text)
    {
        if (text.Trim().Length == 0)
            return "it is empty";
        if (text.Any(char.IsControl))
            return "it has a control character";
        if (text[0] is '!' or '#')
            return $"a leading {text[0]} has no meaning here; \\{text[0]} stands for the character itself";
        if (text[0] == '~')
            return "paths are relative to the repository's root";
        return text.Split('/').Contains("..") ? "a domain stays inside the repository" : null;
    }
}
