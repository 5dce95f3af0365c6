using System.Diagnostics.CodeAnalysis;
using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>A string that a test accepts.</summary>
/// <param name="normal">The string to keep, or null to refuse.</param>
/// <param name="advice">What to write instead of a refused one.</param>
internal sealed class TextShape(string expected, Func<string, string?> normal, Func<string, string?>? advice = null) : Shape<string>(expected)
{
    public static TextShape Any { get; } = new("a string", text => text);

    /// <summary>The string to keep, or null to refuse.</summary>
    public Func<string, string?> Normal => normal;

    public override bool TryRead(TomlValue value, string name, Problems problems, [MaybeNullWhen(false)] out string result)
    {
        result = value is TomlString text ? normal(text.Value) : null;
        if (result is not null)
            return true;
        Refuse(value, name, problems, value is TomlString wrong ? advice?.Invoke(wrong.Value) : null);
        return false;
    }
}
