using System.Globalization;

namespace FleetTui.Configuration.Toml.Syntax;

/// <summary>Integers in four bases and floats (TOML 1.0.0, "Integer" and "Float").</summary>
internal static class TomlNumbers
{
    public static TomlWord Read(ReadOnlySpan<char> word, SourcePosition position)
    {
        var signed = word[0] is '+' or '-';
        var digits = signed ? word[1..] : word;
        if (digits is "inf")
            return TomlWord.Is(new TomlFloat(word[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity, position));
        if (digits is "nan")
            return TomlWord.Is(new TomlFloat(double.NaN, position));
        if (digits.IsEmpty || !char.IsAsciiDigit(digits[0]))
            return NotAValue(word);
        if (digits.Length > 1 && digits[0] == '0' && Base(digits[1]) is { } radix)
        {
            return signed
                ? TomlWord.IsNot($"{word} has a sign, which only a decimal number may have.")
                : BasedInteger(word, digits[2..], radix, position);
        }
        var whole = DigitsOf(digits);
        if (whole == 0)
            return BadUnderscore(word);
        if (digits[0] == '0' && whole > 1)
            return TomlWord.IsNot($"{word} begins with a zero, which a number may not.");
        return whole == digits.Length ? Integer(word, position) : Float(word, digits, whole, position);
    }

    private static int? Base(char c) => c switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => null };

    private static TomlWord Integer(ReadOnlySpan<char> word, SourcePosition position) =>
        long.TryParse(Plain(word), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? TomlWord.Is(new TomlInteger(value, position))
            : TooLarge(word);

    private static TomlWord BasedInteger(ReadOnlySpan<char> word, ReadOnlySpan<char> digits, int radix, SourcePosition position)
    {
        if (digits.IsEmpty)
            return TomlWord.IsNot($"{word} has no digits.");
        var value = 0UL;
        var afterDigit = false;
        foreach (var c in digits)
        {
            if (c == '_' && afterDigit)
            {
                afterDigit = false;
                continue;
            }
            if (c == '_')
                return BadUnderscore(word);
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : 16;
            if (digit >= radix)
                return TomlWord.IsNot($"{c} is not a digit of {word}, a number in base {radix}.");
            if (value > (ulong)long.MaxValue / (uint)radix)
                return TooLarge(word);
            value = (value * (uint)radix) + (uint)digit;
            if (value > long.MaxValue)
                return TooLarge(word);
            afterDigit = true;
        }
        return afterDigit ? TomlWord.Is(new TomlInteger((long)value, position)) : BadUnderscore(word);
    }

    private static TomlWord Float(ReadOnlySpan<char> word, ReadOnlySpan<char> digits, int whole, SourcePosition position)
    {
        var rest = digits[whole..];
        if (rest[0] == '.')
        {
            var fraction = DigitsOf(rest[1..]);
            if (fraction == 0)
                return TomlWord.IsNot($"{word} needs digits after its point.");
            rest = rest[(fraction + 1)..];
        }
        if (!rest.IsEmpty && rest[0] is 'e' or 'E')
        {
            var exponent = rest[1..];
            if (!exponent.IsEmpty && exponent[0] is '+' or '-')
                exponent = exponent[1..];
            var length = DigitsOf(exponent);
            if (length == 0)
                return TomlWord.IsNot($"{word} needs digits in its exponent.");
            rest = exponent[length..];
        }
        if (!rest.IsEmpty)
            return rest[0] == '_' ? BadUnderscore(word) : NotAValue(word);
        return TomlWord.Is(new TomlFloat(double.Parse(Plain(word), NumberStyles.Float, CultureInfo.InvariantCulture), position));
    }

    /// <summary>Length of the digits, single underscores between them allowed, that a text begins with; 0 when it begins or they end otherwise.</summary>
    private static int DigitsOf(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || (text[length] == '_' && length > 0 && text[length - 1] != '_')))
            length++;
        return length > 0 && text[length - 1] == '_' ? 0 : length;
    }

    private static string Plain(ReadOnlySpan<char> word) => word.ToString().Replace("_", "", StringComparison.Ordinal);

    private static TomlWord TooLarge(ReadOnlySpan<char> word) => TomlWord.IsNot($"{word} does not fit a 64-bit integer.");

    private static TomlWord BadUnderscore(ReadOnlySpan<char> word) => TomlWord.IsNot($"In {word} an underscore does not stand between two digits.");

    private static TomlWord NotAValue(ReadOnlySpan<char> word)
    {
        var text = word.ToString();
        var fix = text.ToLowerInvariant() switch
        {
            "true" or "yes" or "on" => "true",
            "false" or "no" or "off" => "false",
            "inf" or "infinity" => "inf",
            "nan" => "nan",
            _ => null,
        };
        return TomlWord.IsNot($"{text} is not a value.", fix is null ? $"a string needs quotes: \"{text}\"" : $"write {fix}");
    }
}
