using System.Diagnostics.CodeAnalysis;
using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>An array of strings, each of one shape.</summary>
/// <param name="allowEmpty">Whether it may have no items.</param>
internal sealed class ListShape(string expected, TextShape item, bool allowEmpty = true) : Shape<IReadOnlyList<string>>(expected)
{
    public override bool TryRead(TomlValue value, string name, Problems problems, [MaybeNullWhen(false)] out IReadOnlyList<string> result)
    {
        result = null;
        if (value is not TomlArray array || (array.Items.Count == 0 && !allowEmpty))
        {
            Refuse(value, name, problems, value is TomlString text ? Bracketed(text.Value) : null);
            return false;
        }
        var items = new List<string>();
        foreach (var element in array.Items)
        {
            if (item.TryRead(element, $"each item of {name}", problems, out var read))
                items.Add(read);
        }
        result = items;
        return items.Count == array.Items.Count;
    }

    private static string? Bracketed(string text) => text.Any(char.IsControl) ? null : $"write [\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
}

/// <summary>A table from names to strings.</summary>
internal sealed class MapShape(string expected, Func<string, string?> refusal) : Shape<IReadOnlyDictionary<string, string>>(expected)
{
    public override bool TryRead(TomlValue value, string name, Problems problems, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, string> result)
    {
        result = null;
        if (value is not TomlTable table)
        {
            Refuse(value, name, problems);
            return false;
        }
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in table.Entries)
        {
            if (refusal(entry.Name) is { } reason)
                problems.Add(entry.Position, $"{name} cannot set {entry.Name}: {reason}.");
            else if (TextShape.Any.TryRead(entry.Value, $"{name}.{entry.Name}", problems, out var text))
                map.Add(entry.Name, text);
        }
        result = map;
        return map.Count == table.Entries.Count;
    }
}
