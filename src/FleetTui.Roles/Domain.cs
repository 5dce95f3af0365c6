using System.Text;
using FleetTui.Roles.Globs;

namespace FleetTui.Roles;

/// <summary>
/// The paths a role may change: patterns with the meaning of lines of a <c>.gitignore</c> in the repository's root, "ignored" read as "inside".
/// Paths are relative to the root, with <c>/</c>, case-sensitive, compared as UTF-8 bytes. Compiled once; safe for use by many threads.
/// </summary>
public sealed class Domain
{
    private const int StackBytes = 512;

    private readonly IReadOnlyList<GlobPattern> parsed;
    private readonly PathAutomaton automaton;

    public Domain(IEnumerable<string> patterns)
    {
        Patterns = [.. patterns];
        parsed = [.. Patterns.Select(GlobPattern.Parse).OfType<GlobPattern>()];
        automaton = new(parsed);
    }

    public static Domain Empty { get; } = new([]);

    /// <summary>As written.</summary>
    public IReadOnlyList<string> Patterns { get; }

    /// <summary>True when no pattern takes anything in.</summary>
    public bool IsEmpty => parsed.All(pattern => pattern.Negated || pattern.Nodes is null);

    /// <summary>Whether a file, link or submodule of that path lies inside.</summary>
    public bool Contains(string path)
    {
        var most = Encoding.UTF8.GetMaxByteCount(path.Length);
        Span<byte> bytes = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        return Contains(bytes[..Encoding.UTF8.GetBytes(path, bytes)]);
    }

    /// <summary>As <see cref="Contains(string)"/>, for a path as git gives it.</summary>
    public bool Contains(ReadOnlySpan<byte> path) => automaton.Accepts(path);

    /// <summary>The pattern that takes the path in, as written; null when it lies outside. Slow: for messages.</summary>
    public string? PatternFor(string path)
    {
        if (!Contains(path)) return null;
        // The shortest run of patterns from the front that takes the path in and is not undone later ends with the one that decides.
        for (var count = parsed.Count; count > 0; count--)
            if (!new PathAutomaton([.. parsed.Take(count - 1)]).Accepts(Encoding.UTF8.GetBytes(path))) return parsed[count - 1].Text;
        return null;
    }

    /// <summary>What is wrong with a pattern, as one sentence; null when it is fine.</summary>
    public static string? ProblemOf(string pattern)
    {
        if (pattern.Contains('\0')) return "a pattern cannot hold a NUL character";
        if (GlobPattern.Parse(pattern) is not { } read)
            return pattern.StartsWith('#')
                ? $"\"{pattern}\" is a comment in gitignore's language and matches nothing; write \"\\{pattern}\" for a name that begins with #"
                : "an empty pattern matches nothing";
        if (read.Nodes is null) return $"\"{pattern}\" matches nothing: it ends in a backslash or has an unfinished [class]";
        if (pattern.StartsWith("./", StringComparison.Ordinal) || pattern.Contains("/./", StringComparison.Ordinal) || pattern.Split('/').Contains(".."))
            return $"\"{pattern}\" matches nothing: patterns are relative to the root and hold no . or ..";
        if (pattern.Contains("//", StringComparison.Ordinal)) return $"\"{pattern}\" matches nothing: it has an empty name between two slashes";
        return null;
    }

    /// <summary>What both domains hold and <paramref name="except"/> does not; exact, files need not exist.</summary>
    public static CommonGround Compare(Domain one, Domain other, Domain? except = null) =>
        PathWitness.Find(one.automaton, other.automaton, (except ?? Empty).automaton);
}
