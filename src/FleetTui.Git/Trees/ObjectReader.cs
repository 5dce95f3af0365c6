using System.Text;
using FleetTui.Git.Running;

namespace FleetTui.Git.Trees;

/// <summary>Reads objects, many with one process.</summary>
public sealed class ObjectReader(GitRunner git)
{
    /// <summary>What each name (<c>ID</c>, <c>COMMIT:path</c>) stands for: type and id; null when there is no such thing. Names must not hold a line feed.</summary>
    public async Task<IReadOnlyList<ObjectHeader?>> HeadersAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        if (names.Count == 0)
            return [];
        var text = await git.TextAsync(GitCommand.Read("cat-file", "--batch-check").Fed(string.Concat(names.Select(static n => n + "\n"))), cancellation).ConfigureAwait(false);
        return [.. text.Split('\n').Select(Header)];
    }

    /// <summary>The raw content of each object; null when it is missing.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>?>> ContentsAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        if (names.Count == 0)
            return [];
        var bytes = await git.BytesAsync(GitCommand.Read("cat-file", "--batch").Fed(string.Concat(names.Select(static n => n + "\n"))), cancellation).ConfigureAwait(false);
        var contents = new List<ReadOnlyMemory<byte>?>(names.Count);
        while (!bytes.IsEmpty)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var header = Header(Encoding.UTF8.GetString(bytes.Span[..end]));
            bytes = bytes[(end + 1)..];
            contents.Add(header is null ? (ReadOnlyMemory<byte>?)null : bytes[..(int)header.Size]);
            if (header is not null)
                bytes = bytes[((int)header.Size + 1)..];
        }

        return contents;
    }

    /// <summary>Writes an object and returns its id.</summary>
    /// <param name="type">blob or commit.</param>
    public Task<string> WriteAsync(string type, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        git.TextAsync(GitCommand.Write("hash-object", "-t", type, "-w", "--stdin").Fed(content), cancellation);

    private static ObjectHeader? Header(string line)
    {
        var fields = line.Split(' ');
        return fields.Length == 3 && long.TryParse(fields[2], System.Globalization.CultureInfo.InvariantCulture, out var size) && fields[1] is "blob" or "tree" or "commit" or "tag"
            ? new ObjectHeader(fields[0], fields[1], size)
            : null;
    }
}

/// <param name="Size">Bytes.</param>
public sealed record ObjectHeader(string Id, string Type, long Size);
