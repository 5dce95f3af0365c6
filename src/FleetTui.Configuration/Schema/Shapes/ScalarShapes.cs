using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema.Shapes;

internal sealed class FlagShape() : Shape<bool>("true or false")
{
    public static FlagShape Instance { get; } = new();

    public override bool TryRead(TomlValue value, string name, Problems problems, out bool result)
    {
        result = value is TomlBoolean { Value: true };
        if (value is TomlBoolean)
            return true;
        var fix = value is TomlString { Value: "true" or "yes" or "on" } ? "write true, without quotes"
            : value is TomlString { Value: "false" or "no" or "off" } ? "write false, without quotes" : null;
        Refuse(value, name, problems, fix);
        return false;
    }
}

internal sealed class NumberShape(int least, int most)
    : Shape<int>(string.Create(CultureInfo.InvariantCulture, $"an integer from {least} to {most}"))
{
    public override bool TryRead(TomlValue value, string name, Problems problems, out int result)
    {
        result = 0;
        if (value is TomlInteger integer && integer.Value >= least && integer.Value <= most)
        {
            result = (int)integer.Value;
            return true;
        }
        Refuse(value, name, problems);
        return false;
    }
}

/// <summary>One of a few words.</summary>
internal sealed class ChoiceShape<T>(IReadOnlyDictionary<string, T> choices)
    : Shape<T>("one of " + string.Join(", ", choices.Keys.Select(word => $"\"{word}\"")))
{
    public override bool TryRead(TomlValue value, string name, Problems problems, [MaybeNullWhen(false)] out T result)
    {
        if (value is TomlString text && choices.TryGetValue(text.Value, out result))
            return true;
        result = default;
        var nearest = value is TomlString wrong ? NearestName.Of(wrong.Value, choices.Keys) : null;
        Refuse(value, name, problems, nearest is null ? null : $"did you mean \"{nearest}\"?");
        return false;
    }
}
