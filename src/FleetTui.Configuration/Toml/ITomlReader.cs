namespace FleetTui.Configuration.Toml;

/// <summary>Reads TOML. The only way the rest of the project sees it, so that a library can take its place.</summary>
public interface ITomlReader
{
    /// <param name="utf8">The file's bytes, with or without a byte order mark.</param>
    /// <param name="file">The name that errors carry.</param>
    TomlReadResult Read(ReadOnlySpan<byte> utf8, string file);
}

/// <summary>Either a document or what is wrong with it, in the order of the text; never both.</summary>
public sealed record TomlReadResult(TomlTable? Document, IReadOnlyList<ConfigurationError> Errors);
