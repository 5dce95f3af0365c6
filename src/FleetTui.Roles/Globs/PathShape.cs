namespace FleetTui.Roles.Globs;

/// <summary>What the bytes of a path so far allow next: valid UTF-8, no empty component, none of <c>.</c>, <c>..</c>, <c>.git</c> (in any case), as git itself refuses.</summary>
internal readonly record struct PathShape
{
    private const string Git = ".git";

    // Of the component so far: how many bytes are the beginning of ".git", or one of the two below.
    private const sbyte Ordinary = -1;
    private const sbyte DotDot = -2;

    private readonly sbyte component;

    // The second byte of a long UTF-8 sequence has its own range; then come that many ordinary ones.
    private readonly byte from;
    private readonly byte to;
    private readonly byte pending;

    private PathShape(sbyte component, byte from = 0, byte to = 0, byte pending = 0) => (this.component, this.from, this.to, this.pending) = (component, from, to, pending);

    public static PathShape Start => default;

    public bool CanEnd => pending == 0 && component is Ordinary or 2 or 3;

    /// <summary>Bytes that no shape tells apart have one number.</summary>
    public static int GroupOf(byte value) => value switch
    {
        < 0x80 => Git.Contains(char.ToLowerInvariant((char)value)) ? char.ToLowerInvariant((char)value) : value == '/' ? 1 : 0,
        < 0x90 => 2,
        < 0xA0 => 3,
        < 0xC0 => 4,
        < 0xC2 => 5,
        < 0xE0 => 6,
        0xE0 or 0xED or 0xF0 or 0xF4 => value,
        < 0xF0 => 7,
        < 0xF4 => 8,
        _ => 5,
    };

    /// <summary>Null when no path goes on with that byte.</summary>
    public PathShape? After(byte value)
    {
        if (pending > 0)
            return value < from || value > to ? null : new(Ordinary, 0x80, 0xBF, (byte)(pending - 1));
        return value switch
        {
            0 => null,
            (byte)'/' => CanEnd ? Start : null,
            < 0x80 => new(Component((char)value)),
            < 0xC2 => null,
            < 0xE0 => new(Ordinary, 0x80, 0xBF, 1),
            0xE0 => new(Ordinary, 0xA0, 0xBF, 2),
            0xED => new(Ordinary, 0x80, 0x9F, 2),
            < 0xF0 => new(Ordinary, 0x80, 0xBF, 2),
            0xF0 => new(Ordinary, 0x90, 0xBF, 3),
            < 0xF4 => new(Ordinary, 0x80, 0xBF, 3),
            0xF4 => new(Ordinary, 0x80, 0x8F, 3),
            _ => null,
        };
    }

    private sbyte Component(char next)
    {
        if (component is >= 0 and < 4 && char.ToLowerInvariant(next) == Git[component]) return (sbyte)(component + 1);
        return component == 1 && next == '.' ? DotDot : Ordinary;
    }
}
