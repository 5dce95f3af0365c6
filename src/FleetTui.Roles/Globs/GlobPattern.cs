using System.Text;

namespace FleetTui.Roles.Globs;

/// <summary>One pattern with the meaning of a line of <c>.gitignore</c> at the repository's root (gitignore(5), "Pattern format").</summary>
/// <param name="Text">As written.</param>
/// <param name="Negated">Began with <c>!</c>: takes paths out again.</param>
/// <param name="DirectoryOnly">Ended with <c>/</c>: matches directories, and so everything in them, but no file of that name.</param>
/// <param name="AnyLevel">Holds no other <c>/</c>: matches the last component at any depth.</param>
/// <param name="Nodes">The body, to be run by <see cref="PathAutomaton"/>; null when it can match nothing (a trailing backslash, an unfinished class).</param>
internal sealed record GlobPattern(string Text, bool Negated, bool DirectoryOnly, bool AnyLevel, IReadOnlyList<GlobNode>? Nodes)
{
    /// <summary>Null for what is no pattern: empty, blank or a comment (<c>#</c>).</summary>
    public static GlobPattern? Parse(string text)
    {
        if (text.StartsWith('#')) return null;
        ReadOnlySpan<byte> body = Encoding.UTF8.GetBytes(text);
        body = body[..LengthWithoutTrailingSpaces(body)];

        var negated = body.StartsWith("!"u8);
        if (negated) body = body[1..];
        var directoryOnly = body.EndsWith("/"u8);
        if (directoryOnly) body = body[..^1];
        if (body.IsEmpty) return null;

        var anyLevel = !body.Contains((byte)'/');
        if (body[0] == '/') body = body[1..];
        return new(text, negated, directoryOnly, anyLevel, GlobCompiler.Compile(body, anyLevel));
    }

    private static int LengthWithoutTrailingSpaces(ReadOnlySpan<byte> body)
    {
        var end = 0;
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at] == '\\') end = Math.Min(++at + 1, body.Length);
            else if (body[at] != ' ') end = at + 1;
        }

        return end;
    }
}
