namespace FleetTui.Configuration.Toml.Syntax;

/// <summary>The four date-time kinds (RFC 3339 as TOML 1.0.0 narrows it: seconds are required).</summary>
internal static class TomlDates
{
    public static bool LooksLikeOne(ReadOnlySpan<char> word) =>
        (word.Length > 4 && word[4] == '-' && Digits(word, 0, 4) >= 0) || (word.Length > 2 && word[2] == ':' && Digits(word, 0, 2) >= 0);

    public static TomlWord Read(ReadOnlySpan<char> word, SourcePosition position)
    {
        var (year, month, day) = (0, 0, 0);
        var rest = word;
        var hasDate = word[2] != ':';
        if (hasDate)
        {
            if (word.Length < 10 || word[7] != '-')
                return TomlWord.IsNot($"{word} is not a date.", "dates are written 2026-04-28");
            (year, month, day) = (Digits(word, 0, 4), Digits(word, 5, 2), Digits(word, 8, 2));
            if (month is < 1 or > 12 || day < 1 || day > DaysOf(year, month))
                return TomlWord.IsNot($"{word[..10]} is not a day of the calendar.");
            rest = word[10..];
            if (rest.IsEmpty)
                return TomlWord.Is(new TomlDateTime(new TomlMoment(TomlMomentKind.LocalDate, year, month, day, 0, 0, 0, 0, 0), position));
            if (rest[0] is not ('T' or 't' or ' '))
                return NotOne(word);
            rest = rest[1..];
        }
        if (rest.Length < 8 || rest[2] != ':' || rest[5] != ':')
            return TomlWord.IsNot($"{word} has no time of hours, minutes and seconds.", "times are written 07:32:00");
        var (hour, minute, second) = (Digits(rest, 0, 2), Digits(rest, 3, 2), Digits(rest, 6, 2));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
            return TomlWord.IsNot($"{rest[..8]} is not a time of day.");
        rest = rest[8..];
        if (Fraction(ref rest) is not { } nanosecond)
            return NotOne(word);
        if (rest.IsEmpty)
        {
            var kind = hasDate ? TomlMomentKind.LocalDateTime : TomlMomentKind.LocalTime;
            return TomlWord.Is(new TomlDateTime(new TomlMoment(kind, year, month, day, hour, minute, second, nanosecond, 0), position));
        }
        if (!hasDate)
            return TomlWord.IsNot($"{word} is a time without a date, which has no offset.");
        if (Offset(rest) is not { } offset)
            return TomlWord.IsNot($"{rest} is not an offset from UTC.", "offsets are written Z or +09:00");
        return TomlWord.Is(new TomlDateTime(new TomlMoment(TomlMomentKind.OffsetDateTime, year, month, day, hour, minute, second, nanosecond, offset), position));
    }

    private static TomlWord NotOne(ReadOnlySpan<char> word) =>
        TomlWord.IsNot($"{word} is not a date, a time or both.", "they are written 2026-04-28, 07:32:00, 2026-04-28T07:32:00Z");

    private static int DaysOf(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <returns>−1 when they are not all digits.</returns>
    private static int Digits(ReadOnlySpan<char> text, int start, int count)
    {
        var value = 0;
        foreach (var c in text.Slice(start, count))
        {
            if (!char.IsAsciiDigit(c))
                return -1;
            value = (value * 10) + (c - '0');
        }
        return value;
    }

    /// <summary>Cuts <c>.digits</c> off.</summary>
    private static int? Fraction(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != '.')
            return 0;
        var length = 1;
        var value = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
        {
            if (length <= 9)
                value = (value * 10) + (rest[length] - '0');
            length++;
        }
        for (var i = length; i <= 9; i++)
            value *= 10;
        rest = rest[length..];
        return length > 1 ? value : null;
    }

    private static int? Offset(ReadOnlySpan<char> rest)
    {
        if (rest is "Z" or "z")
            return 0;
        if (rest.Length != 6 || rest[0] is not ('+' or '-') || rest[3] != ':')
            return null;
        var (hours, minutes) = (Digits(rest, 1, 2), Digits(rest, 4, 2));
        if (hours is < 0 or > 23 || minutes is < 0 or > 59)
            return null;
        return ((hours * 60) + minutes) * (rest[0] == '-' ? -1 : 1);
    }
}
