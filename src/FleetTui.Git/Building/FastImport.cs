using System.Buffers;
using System.Text;
using FleetTui.Git.Running;

namespace FleetTui.Git.Building;

/// <summary>Makes many commits with one process (<c>git fast-import</c>).</summary>
public sealed class FastImport(GitRunner git)
{
    /// <summary>Commits one after another on <paramref name="tip"/> and leaves <paramref name="reference"/> at the last; the ids come back in order.</summary>
    /// <param name="reference">In full, under <c>refs/fleet/</c>; overwritten.</param>
    public async Task<IReadOnlyList<string>> RunAsync(string reference, string tip, IReadOnlyList<ImportedCommit> commits, CancellationToken cancellation)
    {
        if (commits.Count == 0)
            return [];
        var marks = Path.Combine(Path.GetTempPath(), $"fleet-marks-{Guid.NewGuid():N}");
        try
        {
            await git.BytesAsync(Import(marks).Fed(Stream(reference, tip, commits)), cancellation).ConfigureAwait(false);
            var ids = new string[commits.Count];
            foreach (var line in await File.ReadAllLinesAsync(marks, cancellation).ConfigureAwait(false))
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                ids[int.Parse(line.AsSpan(1, space - 1), System.Globalization.CultureInfo.InvariantCulture) - 1] = line[(space + 1)..];
            }

            return ids;
        }
        finally
        {
            File.Delete(marks);
        }
    }

    /// <summary>--force: the reference is ours, and where it pointed before does not matter.</summary>
    public static GitCommand Import(string marks) => GitCommand.Write("fast-import", "--quiet", "--force", "--done", "--date-format=raw-permissive", $"--export-marks={marks}");

    /// <summary>The stream of git-fast-import(1), commands commit, from, M and D.</summary>
    internal static ReadOnlyMemory<byte> Stream(string reference, string tip, IReadOnlyList<ImportedCommit> commits)
    {
        var stream = new ArrayBufferWriter<byte>(16 * 1024);
        for (var i = 0; i < commits.Count; i++)
        {
            var commit = commits[i];
            Text($"commit {reference}\nmark :{i + 1}\nauthor ");
            stream.Write(commit.Author.Span);
            Text("\ncommitter ");
            stream.Write(commit.Committer.Span);
            if (commit.Encoding is not null)
                Text($"\nencoding {commit.Encoding}");
            Text($"\ndata {commit.Message.Length}\n");
            stream.Write(commit.Message.Span);
            Text(i == 0 ? $"\nfrom {tip}\n" : $"\nfrom :{i}\n");

            // Deletions first: a file that becomes a directory, and the reverse.
            foreach (var change in commit.Changes.Where(static c => c.Status == 'D'))
                Text($"D {Quoted(change.Path)}\n");
            foreach (var change in commit.Changes.Where(static c => c.Status != 'D'))
                Text($"M {change.NewMode} {change.NewId} {Quoted(change.Path)}\n");
            Text("\n");
        }

        Text("done\n");
        return stream.WrittenMemory;

        void Text(string text)
        {
            var written = Encoding.UTF8.GetBytes(text, stream.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
            stream.Advance(written);
        }
    }

    private static string Quoted(string path) =>
        $"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
