using FleetTui.Configuration.Toml.Binding;
using FleetTui.Configuration.Toml.Syntax;

namespace FleetTui.Configuration.Toml;

/// <summary>
/// TOML 1.0.0 (https://toml.io/en/v1.0.0), whole and nothing else: what the specification calls invalid is refused.
/// Two limits it does not have: <see cref="TomlParser.MaximumDepth"/> levels of nesting, and the size of an array of .NET.
/// </summary>
public sealed class TomlReader : ITomlReader
{
    public static TomlReader Instance { get; } = new();

    public TomlReadResult Read(ReadOnlySpan<byte> utf8, string file)
    {
        if (TomlSource.TryDecode(utf8, file, out var error) is not { } source)
            return new TomlReadResult(null, [error!]);
        var parsed = TomlParser.Parse(source);
        if (parsed.Errors.Count > 0)
            return new TomlReadResult(null, parsed.Errors);
        return TomlBinder.Bind(source, parsed.Document);
    }
}
