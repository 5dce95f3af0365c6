namespace FleetTui.Roles.Globs;

/// <summary>Turns a pattern's body into nodes, with the meaning git's wildmatch gives it under <c>WM_PATHNAME</c>.</summary>
internal static class GlobCompiler
{
    /// <summary>Null when the pattern can match nothing. With <paramref name="anyLevel"/> it is matched against one component, where <c>**</c> is only <c>*</c>.</summary>
    public static IReadOnlyList<GlobNode>? Compile(ReadOnlySpan<byte> pattern, bool anyLevel)
    {
        var nodes = new List<GlobNode>();
        // git compares what is before the first special character by itself and hands only the rest to wildmatch,
        // so a "**" there counts as one at the beginning: a/b**/c matches a/bx/y/c.
        var literal = pattern.IndexOfAny("*?[\\"u8);
        for (var at = 0; at < pattern.Length;)
        {
            var start = at;
            var current = pattern[at++];
            switch (current)
            {
                case (byte)'\\' when at == pattern.Length:
                    return null;
                case (byte)'\\':
                    One(ByteSet.Of(pattern[at++]));
                    break;
                case (byte)'?':
                    One(ByteSet.NotSlash);
                    break;
                case (byte)'[':
                    if (CharacterClass.Read(pattern, at) is not var (set, end)) return null;
                    One(set);
                    at = end;
                    break;
                case (byte)'*':
                    while (at < pattern.Length && pattern[at] == '*') at++;
                    var whole = !anyLevel && at - start > 1
                        && (start == 0 || start == literal || pattern[start - 1] == '/')
                        && (at == pattern.Length || pattern[at] == '/' || pattern[at..].StartsWith("\\/"u8));
                    if (!whole)
                    {
                        nodes.Add(new(GlobNodeKind.Many, ByteSet.NotSlash, 0));
                    }
                    else if (at < pattern.Length && pattern[at] == '/')
                    {
                        // "**/": no directory at all, or anything up to a slash.
                        nodes.Add(new(GlobNodeKind.Fork, default, nodes.Count + 3));
                        nodes.Add(new(GlobNodeKind.Many, ByteSet.Any, 0));
                        One(ByteSet.Of(pattern[at++]));
                    }
                    else
                    {
                        nodes.Add(new(GlobNodeKind.Many, ByteSet.Any, 0));
                    }

                    break;
                default:
                    One(ByteSet.Of(current));
                    break;
            }
        }

        return nodes;

        void One(ByteSet set) => nodes.Add(new(GlobNodeKind.One, set, 0));
    }
}
