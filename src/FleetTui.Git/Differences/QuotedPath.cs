using System.Globalization;
using System.Text;

namespace FleetTui.Git.Differences;

/// <summary>Paths as git writes them with core.quotePath (git-config(1)): in double quotes with C escapes, bytes beyond ASCII in octal.</summary>
internal static class QuotedPath
{
    /// <summary>The bytes of a path, quoted or not.</summary>
    public static byte[] Bytes(string written)
    {
        if (written is not ['"', .., '"'])
        {
            return Encoding.UTF8.GetBytes(written);
        }

        var bytes = new List<byte>(written.Length);
        for (var i = 1; i < written.Length - 1; i++)
        {
            if (written[i] != '\\')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(written[i].ToString()));
                continue;
            }

            i++;
            if (written[i] is >= '0' and <= '7' && i + 2 < written.Length - 1)
            {
                bytes.Add((byte)(((written[i] - '0') << 6) | ((written[i + 1] - '0') << 3) | (written[i + 2] - '0')));
                i += 2;
            }
            else
            {
                bytes.Add(written[i] switch { 'a' => 7, 'b' => 8, 't' => 9, 'n' => 10, 'v' => 11, 'f' => 12, 'r' => 13, var other => (byte)other });
            }
        }

        return [.. bytes];
    }

    /// <summary>Bytes that are no UTF-8 as <c>\xe9</c>.</summary>
    public static string Shown(ReadOnlySpan<byte> path)
    {
        var shown = new StringBuilder(path.Length);
        while (!path.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf8(path, out var rune, out var taken) == System.Buffers.OperationStatus.Done;
            if (valid)
            {
                shown.Append(rune.ToString());
            }
            else
            {
                for (var i = 0; i < taken; i++)
                {
                    shown.Append(CultureInfo.InvariantCulture, $@"\x{path[i]:x2}");
                }
            }

            path = path[taken..];
        }

        return shown.ToString();
    }
}
