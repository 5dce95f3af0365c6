namespace FleetTui.Configuration.Toml.Syntax;

/// <summary>What an unquoted word means: a value, or why it is none.</summary>
internal readonly record struct TomlWord(TomlValue? Value, string? Problem, string? Fix)
{
    public static TomlWord Is(TomlValue value) => new(value, null, null);

    public static TomlWord IsNot(string problem, string? fix = null) => new(null, problem, fix);
}
