using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>A migration tool's name, or <c>regex:</c> and an expression (.NET's, without backtracking) with a group <c>version</c>.</summary>
internal sealed class GrammarShape(IReadOnlyList<string> tools) : Shape<string>("one of " + string.Join(", ", tools.Select(tool => $"\"{tool}\"")) + " or \"regex:…\"")
{
    private const string Prefix = "regex:";

    public override bool TryRead(TomlValue value, string name, Problems problems, [MaybeNullWhen(false)] out string result)
    {
        result = (value as TomlString)?.Value;
        if (result is not null && (tools.Contains(result) || (result.StartsWith(Prefix, StringComparison.Ordinal) && Problem(result[Prefix.Length..]) is null))) return true;
        var fix = result is null ? null
            : result.StartsWith(Prefix, StringComparison.Ordinal) ? Problem(result[Prefix.Length..])
            : NearestName.Of(result, tools) is { } nearest ? $"did you mean \"{nearest}\"?" : null;
        Refuse(value, name, problems, fix);
        result = null;
        return false;
    }

    private static string? Problem(string expression)
    {
        try
        {
            var pattern = new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            return pattern.GroupNumberFromName("version") < 0 ? "the expression needs a group for the digits: (?<version>[0-9]+)" : null;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return error.Message;
        }
    }
}
