using System.Globalization;
using System.Text;

namespace FleetTui.Git.Differences;

/// <summary>
/// Reads <c>git diff --raw --patch --full-index</c> without <c>-z</c> (git-diff(1), "Raw output format", "Generating patch text with -p"): first a line for each path, then the patches in the
/// same order, but none for a file of which only the times have changed. Paths are taken from the raw lines: in a patch's head two names cannot be told apart for every name.
/// </summary>
internal sealed class DifferenceParser(DifferenceLimits limits)
{
    private static readonly byte[] PatchBegins = "diff --git "u8.ToArray();

    private readonly List<FileDifference> files = [];
    private int lines;

    /// <param name="isCut">git printed more than this.</param>
    public Difference Read(ReadOnlySpan<byte> output, bool isCut)
    {
        var raw = new List<(FileDifference File, byte[] Begin)>();
        while (!output.IsEmpty && output[0] == ':')
        {
            if (Raw(Encoding.UTF8.GetString(Take(ref output))) is { } file)
            {
                raw.Add(file);
            }
        }

        foreach (var (file, begin) in raw)
        {
            if (files.Count < limits.Files)
            {
                Patch(file, begin, ref output, isCut);
            }
        }

        return new Difference(files, raw.Count <= limits.Files ? files.Count : raw.Count);
    }

    private static (FileDifference File, byte[] Begin)? Raw(string line)
    {
        var fields = line[1..].Split('\t');
        var head = fields[0].Split(' ');
        if (head.Length != 5 || fields.Length < 2 || head[4].Length == 0)
        {
            return null;
        }

        var bytes = QuotedPath.Bytes(fields[^1]);
        var path = Encoding.UTF8.GetString(bytes);
        var old = fields.Length > 2 ? Encoding.UTF8.GetString(QuotedPath.Bytes(fields[1])) : null;
        var begin = Encoding.UTF8.GetBytes($"diff --git {Under("a/", fields[1])} {Under("b/", fields[^1])}\n");
        return (new FileDifference(head[4][0], path, QuotedPath.Shown(bytes), old, head[0], head[1], head[2], head[3], false, 0, 0, false, []), begin);
    }

    private static string Under(string prefix, string written) => written is ['"', ..] ? $"\"{prefix}{written[1..]}" : prefix + written;

    /// <summary>The next patch is this file's, if it has one. (A type change is written as two, a deletion and an addition.)</summary>
    private void Patch(FileDifference file, byte[] begin, ref ReadOnlySpan<byte> output, bool isCut)
    {
        var hunks = new List<Hunk>();
        var (added, deleted, kept, binary, over) = (0, 0, 0, false, false);
        for (var part = 0; part < (file.Status == 'T' ? 2 : 1); part++)
        {
            SkipTo(ref output);
            if (!output.StartsWith(begin))
            {
                break;
            }

            Take(ref output);
            while (!output.IsEmpty && !output.StartsWith(PatchBegins))
            {
                var line = Take(ref output);
                if (line.StartsWith("@@ "u8))
                {
                    var hunk = Head(Encoding.UTF8.GetString(line));
                    var text = Body(hunk, ref output, ref kept, ref added, ref deleted, ref over);
                    if (text.Count > 0)
                    {
                        hunks.Add(hunk with { Lines = text });
                    }
                }

                binary |= line.StartsWith("Binary files "u8);
            }
        }

        lines += kept;
        // Only its times have changed.
        var isSame = !(isCut && output.IsEmpty) && hunks.Count == 0 && !binary && !over && file.Status == 'M' && file.OldMode == file.NewMode && !file.IsSubmodule;
        if (!isSame)
        {
            files.Add(file with { IsBinary = binary, Added = added, Deleted = deleted, IsCut = over || (isCut && output.IsEmpty), Hunks = hunks });
        }
    }

    private List<string> Body(Hunk hunk, ref ReadOnlySpan<byte> output, ref int kept, ref int added, ref int deleted, ref bool over)
    {
        var text = new List<string>();
        var (old, now) = (hunk.OldLines, hunk.NewLines);
        while (!output.IsEmpty && (old > 0 || now > 0 || output[0] == '\\'))
        {
            var line = Take(ref output);
            var kind = line.IsEmpty ? (byte)' ' : line[0];
            old -= kind is (byte)' ' or (byte)'-' ? 1 : 0;
            now -= kind is (byte)' ' or (byte)'+' ? 1 : 0;
            added += kind == '+' ? 1 : 0;
            deleted += kind == '-' ? 1 : 0;
            if (kept >= limits.LinesOfFile || lines + kept >= limits.Lines)
            {
                over = true;
                continue;
            }

            kept++;
            text.Add(Text(line));
        }

        return text;
    }

    private string Text(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line.Length > limits.Line * 4 ? line[..(limits.Line * 4)] : line);
        return text.Length == 0 ? " " : text.Length > limits.Line ? text[..limits.Line] + "…" : text;
    }

    /// <summary><c>@@ -1,3 +1,4 @@ heading</c>; a count of 1 may be left out.</summary>
    private static Hunk Head(string line)
    {
        var parts = line.Split(' ', 5);
        var (oldStart, oldLines) = Range(parts[1]);
        var (newStart, newLines) = Range(parts[2]);
        return new Hunk(oldStart, oldLines, newStart, newLines, parts.Length > 4 ? parts[4] : "", []);
    }

    private static (int Start, int Lines) Range(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma < 0
            ? (int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture), 1)
            : (int.Parse(text.AsSpan(1, comma - 1), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(comma + 1), CultureInfo.InvariantCulture));
    }

    private static void SkipTo(ref ReadOnlySpan<byte> output)
    {
        while (!output.IsEmpty && !output.StartsWith(PatchBegins))
        {
            Take(ref output);
        }
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> output)
    {
        var end = output.IndexOf((byte)'\n');
        var line = end < 0 ? output : output[..end];
        output = end < 0 ? default : output[(end + 1)..];
        return line;
    }
}
