using System.Text;

namespace FleetTui.Git.Differences;

/// <summary>Untracked files as additions: their text is read from the worktree.</summary>
internal static class UntrackedFiles
{
    private const string NotThere = "000000";
    private const string Regular = "100644";
    private const string Executable = "100755";
    private const string Link = "120000";
    private const string Repository = "160000";

    /// <summary>git takes a file for binary that has a NUL in its first 8,000 bytes.</summary>
    private const int Looked = 8000;

    /// <param name="names">Of <c>git ls-files -z</c>; a repository inside ends in '/'.</param>
    public static Difference Read(string worktree, ReadOnlySpan<byte> names, DifferenceLimits limits)
    {
        var files = new List<FileDifference>();
        var (count, lines) = (0, 0);
        while (!names.IsEmpty)
        {
            var end = names.IndexOf((byte)0);
            var name = end < 0 ? names : names[..end];
            names = end < 0 ? default : names[(end + 1)..];
            count++;
            if (files.Count < limits.Files)
            {
                files.Add(One(worktree, name, limits, ref lines));
            }
        }

        return new Difference(files, count);
    }

    private static FileDifference One(string worktree, ReadOnlySpan<byte> name, DifferenceLimits limits, ref int lines)
    {
        var path = Encoding.UTF8.GetString(name);
        var file = new FileDifference('?', path, QuotedPath.Shown(name), null, NotThere, Regular, "", "", false, 0, 0, false, []);
        if (path.EndsWith('/'))
        {
            return file with { NewMode = Repository };
        }

        try
        {
            var info = new FileInfo(Path.Combine(worktree, path));
            if (info.LinkTarget is { } target)
            {
                return Lines(file with { NewMode = Link }, [target], endsInLine: false, limits, ref lines);
            }

            // Also a name that is not UTF-8, which .NET cannot open.
            if (!info.Exists)
            {
                return file;
            }

            file = file with { NewMode = info.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? Executable : Regular };
            if (info.Length > limits.FileBytes)
            {
                return file with { IsBinary = true };
            }

            var bytes = File.ReadAllBytes(info.FullName);
            return bytes.AsSpan(0, Math.Min(Looked, bytes.Length)).Contains((byte)0)
                ? file with { IsBinary = true }
                : Lines(file, Encoding.UTF8.GetString(bytes).Split('\n'), bytes is [.., (byte)'\n'], limits, ref lines);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return file;
        }
    }

    private static FileDifference Lines(FileDifference file, string[] text, bool endsInLine, DifferenceLimits limits, ref int lines)
    {
        var all = endsInLine || (text.Length == 1 && text[0].Length == 0) ? text.Length - 1 : text.Length;
        var kept = Math.Min(all, Math.Min(limits.LinesOfFile, Math.Max(0, limits.Lines - lines)));
        lines += kept;
        var shown = text.Take(kept).Select(line => "+" + (line.Length > limits.Line ? line[..limits.Line] + "…" : line)).ToList();
        if (!endsInLine && kept == all && all > 0)
        {
            shown.Add(@"\ No newline at end of file");
        }

        return file with { Added = all, IsCut = kept < all, Hunks = shown.Count > 0 ? [new Hunk(0, 0, 1, all, "", shown)] : [] };
    }
}
