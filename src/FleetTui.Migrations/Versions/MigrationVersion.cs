using FleetTui.Migrations.Grammars;

namespace FleetTui.Migrations.Versions;

/// <summary>
/// A migration's version as its tool compares it: numbers, parted by dots or underscores where the tool allows it (Flyway),
/// leading zeros and trailing zero parts without meaning (016 = 16, 1.0 = 1), of any length; or plain texts.
/// </summary>
public readonly struct MigrationVersion : IEquatable<MigrationVersion>, IComparable<MigrationVersion>
{
    private readonly string? text;
    private readonly string? key;

    private readonly bool isText;

    /// <param name="text">Digits, with single dots or underscores between them; compared as a text, anything.</param>
    public MigrationVersion(string text, VersionComparison comparison = VersionComparison.Number)
    {
        this.text = text;
        isText = comparison == VersionComparison.Text;
        key = isText ? text : Normalised(text);
    }

    /// <summary>As written.</summary>
    public string Text => text ?? "0";

    private string Key => key ?? "0";

    public static bool operator ==(MigrationVersion left, MigrationVersion right) => left.Equals(right);

    public static bool operator !=(MigrationVersion left, MigrationVersion right) => !left.Equals(right);

    public static bool operator <(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) >= 0;

    public bool Equals(MigrationVersion other) => Key == other.Key;

    public override bool Equals(object? obj) => obj is MigrationVersion other && Equals(other);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public int CompareTo(MigrationVersion other)
    {
        if (isText || other.isText) return string.CompareOrdinal(Key, other.Key);
        if (!Key.Contains('.') && !other.Key.Contains('.')) return CompareNumbers(Key, other.Key);
        string[] left = Key.Split('.'), right = other.Key.Split('.');
        for (var part = 0; part < Math.Max(left.Length, right.Length); part++)
        {
            var order = CompareNumbers(part < left.Length ? left[part] : "0", part < right.Length ? right[part] : "0");
            if (order != 0) return order;
        }

        return 0;
    }

    public override string ToString() => Text;

    private static int CompareNumbers(string left, string right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);

    private static string Normalised(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('0', '9')) return Number(text);
        var parts = text.Split('.', '_').Select(Number).ToList();
        while (parts.Count > 1 && parts[^1] == "0") parts.RemoveAt(parts.Count - 1);
        return string.Join('.', parts);
    }

    private static string Number(string digits) => digits.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";
}
