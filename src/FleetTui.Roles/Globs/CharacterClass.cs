using System.Text;

namespace FleetTui.Roles.Globs;

/// <summary>Reads <c>[…]</c> as git's wildmatch does: <c>!</c> or <c>^</c> negates, a first <c>]</c> is literal, <c>\</c> quotes, <c>[:alpha:]</c> names a POSIX class of ASCII.</summary>
internal static class CharacterClass
{
    /// <summary>The set that the class at <paramref name="at"/> (just behind its <c>[</c>) stands for, and the index behind its <c>]</c>; null when it is malformed, and the pattern then matches nothing.</summary>
    public static (ByteSet Set, int End)? Read(ReadOnlySpan<byte> pattern, int at)
    {
        var negated = at < pattern.Length && pattern[at] is (byte)'!' or (byte)'^';
        if (negated) at++;

        var set = default(ByteSet);
        byte previous = 0; // what a '-' would begin its range with; 0: nothing
        for (var first = true; ; first = false)
        {
            if (at >= pattern.Length) return null;
            var current = pattern[at++];
            if (current == ']' && !first) break;

            if (current == '\\')
            {
                if (at >= pattern.Length) return null;
                previous = pattern[at++];
                set = set.With(previous);
            }
            else if (current == '-' && previous != 0 && at < pattern.Length && pattern[at] != ']')
            {
                var last = pattern[at++];
                if (last == '\\')
                {
                    if (at >= pattern.Length) return null;
                    last = pattern[at++];
                }

                set = set.With(previous, last);
                previous = 0;
            }
            else if (current == '[' && at < pattern.Length && pattern[at] == ':')
            {
                var length = pattern[(at + 1)..].IndexOf((byte)']');
                if (length < 0) return null;
                var name = pattern.Slice(at + 1, length);
                if (name.IsEmpty || name[^1] != ':')
                {
                    set = set.With(previous = current);
                    continue;
                }

                if (Named(name[..^1]) is not { } members) return null;
                for (var value = 1; value < 128; value++)
                    if (members((char)value)) set = set.With((byte)value);
                at += length + 2;
                previous = 0;
            }
            else
            {
                set = set.With(previous = current);
            }
        }

        return ((negated ? set.Inverted() : set).Without((byte)'/'), at);
    }

    private static Func<char, bool>? Named(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name) switch
    {
        "alnum" => char.IsAsciiLetterOrDigit,
        "alpha" => char.IsAsciiLetter,
        "blank" => static c => c is ' ' or '\t',
        "cntrl" => char.IsControl,
        "digit" => char.IsAsciiDigit,
        "graph" => static c => c is > ' ' and < '\x7f',
        "lower" => char.IsAsciiLetterLower,
        "print" => static c => c is >= ' ' and < '\x7f',
        "punct" => static c => c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c),
        "space" => static c => c is ' ' or (>= '\t' and <= '\r'),
        "upper" => char.IsAsciiLetterUpper,
        "xdigit" => char.IsAsciiHexDigit,
        _ => null,
    };
}
