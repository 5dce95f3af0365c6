namespace FleetTui.Git.Building;

/// <summary>A commit object's own bytes, taken apart far enough to write it again on another parent with nothing of it lost (git's commit format: header lines, empty line, message).</summary>
public sealed class CommitObject
{
    private readonly List<(string Key, byte[] Line)> headers = [];

    private CommitObject(ReadOnlyMemory<byte> message) => Message = message;

    /// <summary>Raw; in <see cref="Encoding"/>.</summary>
    public ReadOnlyMemory<byte> Message { get; }

    /// <summary>Without the word <c>author</c>.</summary>
    public ReadOnlyMemory<byte> Author => Value("author");

    public ReadOnlyMemory<byte> Committer => Value("committer");

    /// <summary>The message's; null: UTF-8.</summary>
    public string? Encoding => headers.Any(static h => h.Key == "encoding") ? System.Text.Encoding.UTF8.GetString(Value("encoding").Span) : null;

    /// <summary>Whether there are headers fast-import cannot write (other than a signature, which a rewritten commit cannot keep).</summary>
    public bool IsPlain => headers.All(static h => h.Key is "tree" or "parent" or "author" or "committer" or "encoding" or "gpgsig" or "gpgsig-sha256");

    public static CommitObject Parse(ReadOnlyMemory<byte> content)
    {
        var end = content.Span.IndexOf("\n\n"u8);
        var head = end < 0 ? content : content[..(end + 1)];
        var commit = new CommitObject(end < 0 ? default : content[(end + 2)..]);
        while (!head.IsEmpty)
        {
            var stop = head.Span.IndexOf((byte)'\n');
            while (stop >= 0 && stop + 1 < head.Length && head.Span[stop + 1] == (byte)' ')
            {
                var more = head.Span[(stop + 1)..].IndexOf((byte)'\n');
                stop = more < 0 ? -1 : stop + 1 + more;
            }

            var line = stop < 0 ? head : head[..stop];
            var space = line.Span.IndexOf((byte)' ');
            commit.headers.Add((System.Text.Encoding.UTF8.GetString(line.Span[..Math.Max(space, 0)]), line.ToArray()));
            head = stop < 0 ? default : head[(stop + 1)..];
        }

        return commit;
    }

    /// <summary>The same commit with another tree, parent and committer. Signatures go (they would be wrong); every other header stays.</summary>
    public ReadOnlyMemory<byte> Rewritten(string tree, string? parent, ReadOnlyMemory<byte> committer)
    {
        using var stream = new MemoryStream();
        Line($"tree {tree}");
        if (parent is not null)
            Line($"parent {parent}");
        foreach (var (key, line) in headers)
        {
            if (key is "tree" or "parent" or "gpgsig" or "gpgsig-sha256" or "mergetag")
                continue;
            if (key == "committer")
            {
                stream.Write("committer "u8);
                stream.Write(committer.Span);
            }
            else
            {
                stream.Write(line);
            }

            stream.WriteByte((byte)'\n');
        }

        stream.WriteByte((byte)'\n');
        stream.Write(Message.Span);
        return stream.ToArray();

        void Line(string text) => stream.Write(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
    }

    private ReadOnlyMemory<byte> Value(string key)
    {
        var line = headers.FirstOrDefault(h => h.Key == key).Line;
        return line is null ? default : line.AsMemory(key.Length + 1);
    }
}
