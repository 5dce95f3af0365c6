using System.Diagnostics.CodeAnalysis;
using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>What a value must look like, and how it becomes a value of the configuration.</summary>
/// <param name="expected">Follows "must be".</param>
internal abstract class Shape<T>(string expected)
{
    public string Expected { get; } = expected;

    /// <summary>False: everything wrong with it has been added to the problems.</summary>
    /// <param name="name">What messages call the key.</param>
    public abstract bool TryRead(TomlValue value, string name, Problems problems, [MaybeNullWhen(false)] out T result);

    protected void Refuse(TomlValue value, string name, Problems problems, string? fix = null) =>
        problems.Add(value.Position, $"{name} must be {Expected}, not {Show(value)}.", fix);

    private static string Show(TomlValue value) => value switch
    {
        TomlString text when text.Value.Length <= 40 && !text.Value.Any(char.IsControl) => $"\"{text.Value}\"",
        TomlInteger integer => integer.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        TomlBoolean boolean => boolean.Value ? "true" : "false",
        _ => value.Kind,
    };
}
