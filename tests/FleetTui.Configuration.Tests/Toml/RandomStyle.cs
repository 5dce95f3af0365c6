using System.Text;
using FleetTui.Configuration.Toml;
using FleetTui.Configuration.Toml.Editing;

namespace FleetTui.Configuration.Tests.Toml;

/// <summary>Writes a document in one of the many ways TOML has: headers, dotted keys or inline tables, quotes of each kind, comments, line endings.</summary>
internal sealed class RandomStyle(int seed)
{
    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();

    public string Document(TomlTable table)
    {
        Table(table, []);
        var newline = random.Next(2) == 0 ? "\n" : "\r\n";
        return text.ToString().Replace("\n", newline, StringComparison.Ordinal);
    }

    private void Table(TomlTable table, string[] path)
    {
        var later = new List<TomlEntry>();
        foreach (var entry in table.Entries)
        {
            if (entry.Value is TomlTable && random.Next(3) == 0)
                later.Add(entry);
            else if (entry.Value is TomlArray { Items.Count: > 0 } array && array.Items.All(item => item is TomlTable) && random.Next(2) == 0)
                later.Add(entry);
            else
                Line(entry.Value, [entry.Name]);
        }
        foreach (var entry in later)
        {
            string[] below = [.. path, entry.Name];
            foreach (var element in entry.Value is TomlArray array ? array.Items : [entry.Value])
            {
                var (open, close) = entry.Value is TomlArray ? ("[[", "]]") : ("[", "]");
                text.Append(Blank()).Append(open).Append(Blank()).Append(Key(below)).Append(Blank()).Append(close).Append(LineEnd());
                Table((TomlTable)element, below);
            }
        }
    }

    /// <summary>A table may become dotted keys, if it has any.</summary>
    private void Line(TomlValue value, string[] key)
    {
        if (value is TomlTable { Entries.Count: > 0 } table && random.Next(2) == 0)
        {
            foreach (var entry in table.Entries)
                Line(entry.Value, [.. key, entry.Name]);
            return;
        }
        if (random.Next(4) == 0)
            text.Append(LineEnd());
        text.Append(Blank()).Append(Key(key)).Append(Blank()).Append('=').Append(Blank()).Append(Value(value)).Append(LineEnd());
    }

    private string Key(string[] parts) => string.Join($"{Blank()}.{Blank()}", parts.Select(part =>
        random.Next(2) == 0 ? TomlWriter.Key(part) : CanBeLiteral(part) ? $"'{part}'" : TomlWriter.Text(part)));

    private string Value(TomlValue value) => value switch
    {
        TomlString content => Text(content.Value),
        TomlInteger { Value: >= 0 } number when random.Next(2) == 0 => $"0x{number.Value:x}",
        TomlArray array => Array(array),
        TomlTable table => table.Entries.Count == 0 ? $"{{{Blank()}}}" : $"{{{Blank()}{string.Join($"{Blank()},{Blank()}", table.Entries.Select(entry => $"{Key([entry.Name])}{Blank()}={Blank()}{Value(entry.Value)}"))}{Blank()}}}",
        _ => TomlWriter.Value(value),
    };

    private string Array(TomlArray array)
    {
        var gap = random.Next(2) == 0 ? Blank() : $"{Blank()}# [comment, ]\n{Blank()}\n";
        var comma = array.Items.Count > 0 && random.Next(2) == 0 ? "," : "";
        return $"[{gap}{string.Join($"{gap},{gap}", array.Items.Select(Value))}{gap}{comma}{gap}]";
    }

    private string Text(string content) => random.Next(4) switch
    {
        0 when CanBeLiteral(content) => $"'{content}'",
        1 when CanBeLiteral(content) => $"'''\n{content}'''",
        2 when !content.Contains('\\', StringComparison.Ordinal) =>
            $"\"\"\"\n{TomlWriter.Text(content)[1..^1].Replace("\\n", "\n", StringComparison.Ordinal)}\\\n  \n \"\"\"",
        _ => TomlWriter.Text(content),
    };

    private static bool CanBeLiteral(string content) => !content.Any(c => c == '\'' || (c < ' ' && c != '\t') || c == '\x7f');

    private string Blank() => random.Next(3) switch { 0 => "", 1 => " ", _ => " \t" };

    private string LineEnd() => random.Next(3) switch { 0 => "\n", 1 => " # comment\n", _ => "\n\n" };
}
