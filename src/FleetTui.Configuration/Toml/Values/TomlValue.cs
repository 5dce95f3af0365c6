namespace FleetTui.Configuration.Toml;

/// <summary>A value of TOML and where it begins. A closed set.</summary>
public abstract record TomlValue(SourcePosition Position)
{
    /// <summary>What a message calls it: "a string", "an integer"…</summary>
    public abstract string Kind { get; }
}

public sealed record TomlString(string Value, SourcePosition Position) : TomlValue(Position)
{
    public override string Kind => "a string";
}

public sealed record TomlInteger(long Value, SourcePosition Position) : TomlValue(Position)
{
    public override string Kind => "an integer";
}

public sealed record TomlFloat(double Value, SourcePosition Position) : TomlValue(Position)
{
    public override string Kind => "a float";
}

public sealed record TomlBoolean(bool Value, SourcePosition Position) : TomlValue(Position)
{
    public override string Kind => "true or false";
}

/// <summary>Any of the four date-time kinds; <see cref="TomlMoment.Kind"/> says which.</summary>
public sealed record TomlDateTime(TomlMoment Value, SourcePosition Position) : TomlValue(Position)
{
    public override string Kind => Value.Kind switch
    {
        TomlMomentKind.OffsetDateTime => "an offset date-time",
        TomlMomentKind.LocalDateTime => "a local date-time",
        TomlMomentKind.LocalDate => "a date",
        _ => "a time",
    };
}

/// <param name="OfTables">Written with <c>[[name]]</c> headers.</param>
public sealed record TomlArray(IReadOnlyList<TomlValue> Items, bool OfTables, SourcePosition Position) : TomlValue(Position)
{
    public override string Kind => OfTables ? "an array of tables" : "an array";
}
