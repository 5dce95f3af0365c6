using System.Globalization;
using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>A whole second of the day: <c>"00:10:00"</c> or TOML's own <c>00:10:00</c>; <c>"24:00:00"</c> is its end.</summary>
internal sealed class TimeOfDayShape() : Shape<TimeSpan>("a time of day such as \"00:10:00\", up to \"24:00:00\"")
{
    public static TimeOfDayShape Instance { get; } = new();

    public override bool TryRead(TomlValue value, string name, Problems problems, out TimeSpan result)
    {
        var found = value switch
        {
            TomlString text => Parse(text.Value),
            TomlDateTime { Value: { Kind: TomlMomentKind.LocalTime, Second: < 60, Nanosecond: 0 } time } => new TimeSpan(time.Hour, time.Minute, time.Second),
            _ => (TimeSpan?)null,
        };
        result = found ?? default;
        if (found is not null)
            return true;
        Refuse(value, name, problems);
        return false;
    }

    private static TimeSpan? Parse(string text)
    {
        if (text == "24:00:00")
            return TimeSpan.FromDays(1);
        return TimeSpan.TryParseExact(text, @"hh\:mm\:ss", CultureInfo.InvariantCulture, out var time) ? time : null;
    }
}
