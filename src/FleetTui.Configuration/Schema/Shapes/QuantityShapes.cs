using System.Globalization;
using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>A length of time: digits and a unit, several in a row from large to small: <c>250ms</c>, <c>3s</c>, <c>1h30m</c>.</summary>
internal sealed class DurationShape(TimeSpan least, TimeSpan most)
    : Shape<TimeSpan>($"a duration such as \"250ms\", \"3s\" or \"2m\", from {Write(least)} to {Write(most)}")
{
    private static readonly (string Name, TimeSpan Length)[] Units =
    [
        ("d", TimeSpan.FromDays(1)), ("h", TimeSpan.FromHours(1)), ("m", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1)), ("ms", TimeSpan.FromMilliseconds(1)),
    ];

    public override bool TryRead(TomlValue value, string name, Problems problems, out TimeSpan result)
    {
        result = default;
        if (value is TomlString text && Parse(text.Value) is { } length && length >= least && length <= most)
        {
            result = length;
            return true;
        }
        var fix = value is TomlInteger number ? string.Create(CultureInfo.InvariantCulture, $"with its unit: \"{number.Value}s\"") : null;
        Refuse(value, name, problems, fix);
        return false;
    }

    internal static TimeSpan? Parse(string text)
    {
        var total = TimeSpan.Zero;
        var (at, unit) = (0, 0);
        while (at < text.Length)
        {
            var digits = text.AsSpan(at);
            var count = 0;
            while (count < digits.Length && char.IsAsciiDigit(digits[count]))
                count++;
            // Seven digits of any unit fit a TimeSpan.
            if (count is 0 or > 7)
                return null;
            var letters = digits[count..];
            var length = 0;
            while (length < letters.Length && char.IsAsciiLetter(letters[length]))
                length++;
            while (unit < Units.Length && !letters[..length].SequenceEqual(Units[unit].Name))
                unit++;
            if (unit == Units.Length)
                return null;
            total += Units[unit++].Length * int.Parse(digits[..count], CultureInfo.InvariantCulture);
            at += count + length;
        }
        return text.Length == 0 ? null : total;
    }

    private static string Write(TimeSpan length)
    {
        if (length == TimeSpan.Zero)
            return "0s";
        var (name, unit) = Units.First(pair => length >= pair.Length && length.Ticks % pair.Length.Ticks == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{length.Ticks / unit.Ticks}{name}");
    }
}

/// <summary>A number of bytes: an integer, or digits and a unit.</summary>
internal sealed class SizeShape() : Shape<long>("a size such as \"500KB\" (1000s), \"50MiB\" (1024s) or a number of bytes, above 0")
{
    private static readonly (string Name, long Bytes)[] Units =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1),
    ];

    public override bool TryRead(TomlValue value, string name, Problems problems, out long result)
    {
        result = value switch
        {
            TomlInteger integer => integer.Value,
            TomlString text => Parse(text.Value),
            _ => 0,
        };
        if (result > 0)
            return true;
        Refuse(value, name, problems);
        return false;
    }

    private static long Parse(string text)
    {
        foreach (var (unit, bytes) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(0, text.Length - unit.Length).TrimEnd(' '), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return count * bytes;
        }
        return 0;
    }
}
