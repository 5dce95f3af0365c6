using FleetTui.Configuration.Toml.Syntax;

namespace FleetTui.Configuration.Toml.Editing;

/// <summary>Where the keys of one table stand in the text. A closed set.</summary>
/// <param name="Keys">Those to look at and to write after.</param>
/// <param name="Prefix">Key parts that stand before a key's own name here: <c>a</c> where the table is written <c>a.x = 1</c>.</param>
internal abstract record TomlPlace(IReadOnlyList<TomlKeyValueSyntax> Keys, IReadOnlyList<string> Prefix)
{
    /// <summary>The lines after a header, up to the next one.</summary>
    /// <param name="Header">Null: the top of the file.</param>
    internal sealed record Section(TomlHeaderSyntax? Header, IReadOnlyList<TomlKeyValueSyntax> Keys, IReadOnlyList<string> Prefix)
        : TomlPlace(Keys, Prefix);

    /// <summary>Inside an inline table.</summary>
    internal sealed record Inline(TomlInlineTableSyntax Table, IReadOnlyList<TomlKeyValueSyntax> Keys, IReadOnlyList<string> Prefix)
        : TomlPlace(Keys, Prefix);
}
