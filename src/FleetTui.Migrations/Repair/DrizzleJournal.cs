using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Repair;

/// <summary>Drizzle Kit's <c>meta/_journal.json</c>: an entry for each migration with <c>idx</c>, <c>when</c> (Unix milliseconds, which decide what runs) and <c>tag</c> (the file's name without <c>.sql</c>).</summary>
internal static partial class DrizzleJournal
{
    /// <summary>The largest <c>when</c>; 0 of a text that is no journal.</summary>
    public static long Newest(string text)
    {
        try
        {
            using var journal = JsonDocument.Parse(text);
            return journal.RootElement.GetProperty("entries").EnumerateArray().Select(static entry => entry.GetProperty("when").GetInt64()).DefaultIfEmpty(0).Max();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return 0;
        }
    }

    /// <summary>The entry of one tag with another, its number and a time that is late enough, all else to the byte as it was; null when there is no such entry.</summary>
    /// <param name="notBefore">Unix milliseconds.</param>
    public static string? Renamed(string text, string tag, string newTag, string version, long notBefore)
    {
        foreach (Match entry in Entry().Matches(text))
        {
            if (!entry.Value.Contains(JsonSerializer.Serialize(tag, JournalJson.Default.String), StringComparison.Ordinal)) continue;
            var changed = Tag().Replace(entry.Value, match => match.Groups[1].Value + JsonSerializer.Serialize(newTag, JournalJson.Default.String), 1);
            if (long.TryParse(version, CultureInfo.InvariantCulture, out var number)) changed = Index().Replace(changed, match => match.Groups[1].Value + number.ToString(CultureInfo.InvariantCulture), 1);
            changed = When().Replace(changed, match => match.Groups[1].Value + Math.Max(long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), notBefore).ToString(CultureInfo.InvariantCulture), 1);
            return string.Concat(text.AsSpan(0, entry.Index), changed, text.AsSpan(entry.Index + entry.Length));
        }

        return null;
    }

    [GeneratedRegex(@"\{[^{}\[\]]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex("(\"tag\"\\s*:\\s*)\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("(\"idx\"\\s*:\\s*)[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Index();

    [GeneratedRegex("(\"when\"\\s*:\\s*)([0-9]{1,18})", RegexOptions.CultureInvariant)]
    private static partial Regex When();
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class JournalJson : System.Text.Json.Serialization.JsonSerializerContext;
