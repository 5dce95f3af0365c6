using System.Globalization;
using System.Text;

namespace FleetTui.Configuration.Toml.Editing;

/// <summary>Values and keys in TOML's spelling, each on one line.</summary>
public static class TomlWriter
{
    public static string Value(TomlValue value) => value switch
    {
        TomlString text => Text(text.Value),
        TomlInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        TomlFloat real => Float(real.Value),
        TomlBoolean boolean => boolean.Value ? "true" : "false",
        TomlDateTime moment => moment.Value.ToString(),
        TomlArray array => $"[{string.Join(", ", array.Items.Select(Value))}]",
        TomlTable { Entries.Count: 0 } => "{}",
        TomlTable table => $"{{ {string.Join(", ", table.Entries.Select(entry => $"{Key(entry.Name)} = {Value(entry.Value)}"))} }}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>Bare where that is allowed, else quoted.</summary>
    public static string Key(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? name : Text(name);

    /// <summary>A basic string.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '\x7f' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }
        return text.Append('"').ToString();
    }

    private static string Float(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }
}
