using System.Globalization;

namespace FleetTui.Configuration.Toml;

public enum TomlMomentKind
{
    OffsetDateTime,
    LocalDateTime,
    LocalDate,
    LocalTime,
}

/// <summary>A date, a time or both, as written (RFC 3339). Own fields, because .NET's types know no year 0, no second 60 and no nanosecond.</summary>
/// <param name="Year">0 to 9999; 0 when there is no date, as with month and day.</param>
/// <param name="Second">0 to 60: RFC 3339 lets a leap second be written.</param>
/// <param name="Nanosecond">Further digits are cut off.</param>
/// <param name="OffsetMinutes">East of UTC; 0 when there is none.</param>
public sealed record TomlMoment(
    TomlMomentKind Kind, int Year, int Month, int Day, int Hour, int Minute, int Second, int Nanosecond, int OffsetMinutes)
{
    public bool HasDate => Kind != TomlMomentKind.LocalTime;

    public bool HasTime => Kind != TomlMomentKind.LocalDate;

    /// <summary>In TOML's own spelling.</summary>
    public override string ToString()
    {
        var culture = CultureInfo.InvariantCulture;
        var text = HasDate ? string.Create(culture, $"{Year:0000}-{Month:00}-{Day:00}") : "";
        if (HasDate && HasTime)
            text += "T";
        if (HasTime)
            text += string.Create(culture, $"{Hour:00}:{Minute:00}:{Second:00}");
        if (Nanosecond > 0)
            text += "." + Nanosecond.ToString("000000000", culture).TrimEnd('0');
        if (Kind != TomlMomentKind.OffsetDateTime)
            return text;
        var (sign, minutes) = OffsetMinutes < 0 ? ('-', -OffsetMinutes) : ('+', OffsetMinutes);
        return text + (minutes == 0 ? "Z" : string.Create(culture, $"{sign}{minutes / 60:00}:{minutes % 60:00}"));
    }
}
