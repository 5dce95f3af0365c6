using System.Text;

namespace FleetTui.Benchmarks.Engine;

/// <summary>What programs print, by kind, the same bytes at every run. Made for a screen of <see cref="Columns"/> × <see cref="Rows"/>.</summary>
internal static class Payload
{
    public const int Columns = 120;
    public const int Rows = 40;

    private static readonly string[] Words = "the of request handler error warning file src/main/core.cs build passed failed retry commit branch value return async Task public static void string null true for session pane buffer cursor scroll render frame socket client daemon".Split(' ');
    private static readonly string[] Signs = ["é", "ü", "→", "✓", "✗", "│", "─", "●", "日本", "中文", "⎿", "❯", "…", "“", "”", "🚀", "✅"];
    private static readonly string[] Clusters = ["👩‍💻", "👨‍👩‍👧", "🏳️‍🌈", "❤️", "👍🏽", "🇯🇵", "e\u0301", "ก็"];
    private static readonly (int First, int End)[] Blocks = [(0x4E00, 0x9FA0), (0xAC00, 0xD7A0), (0x2500, 0x2580), (0x2800, 0x2900), (0x1F300, 0x1F5F0), (0x0400, 0x0460), (0x0900, 0x0940)];

    /// <summary>
    /// text: log lines ended by LF alone · crlf: the same as a PTY hands them on · sgr: every word coloured · region: lines inside DECSTBM ·
    /// redraw: full screens in synchronized updates · agent: an inline UI that erases and repaints its last rows · dense: a style for every cell ·
    /// unicode: CJK, Hangul, boxes, braille, emoji sequences, combining marks.
    /// </summary>
    public static readonly string[] Kinds = ["text", "crlf", "sgr", "region", "redraw", "agent", "dense", "unicode"];

    /// <summary>At least <paramref name="size"/> bytes of a kind, whole lines or frames.</summary>
    public static byte[] Make(string kind, int size)
    {
        var frames = Frames(kind, new Random(7)).GetEnumerator();
        var bytes = new MemoryStream(size + 65536);
        while (bytes.Length < size && frames.MoveNext())
            bytes.Write(Encoding.UTF8.GetBytes(frames.Current));
        return bytes.ToArray();
    }

    private static IEnumerable<string> Frames(string kind, Random random) => kind switch
    {
        "text" => Lines(random, "\n"),
        "crlf" => Lines(random, "\r\n"),
        "sgr" => Forever(_ => Styled(random, Columns - 25) + "\n"),
        "region" => Region(random),
        "redraw" => Redraw(random),
        "agent" => Agent(random),
        "dense" => Forever(Dense),
        "unicode" => Forever(_ => International(random)),
        _ => throw new ArgumentException($"{kind}: one of {string.Join(' ', Kinds)}"),
    };

    private static IEnumerable<string> Forever(Func<int, string> make)
    {
        for (var i = 0; ; i++)
            yield return make(i);
    }

    private static IEnumerable<string> Lines(Random random, string end) =>
        Forever(_ => (random.NextDouble() < .3 ? $"2026-03-{random.Next(1, 29):00}T{random.Next(24):00}:{random.Next(60):00} " : "") + new string(' ', random.Next(5) * 2) + Prose(random, 10, Columns - 20) + end);

    private static string Prose(Random random, int least, int most)
    {
        var length = random.Next(least, most + 1);
        var text = new StringBuilder();
        while (text.Length < length)
            text.Append(random.NextDouble() < .02 ? Pick(random, Signs) : Pick(random, Words)).Append(' ');
        // A surrogate pair must not be cut.
        length -= char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        return text.ToString(0, length);
    }

    private static string Style(Random random) => random.NextDouble() switch
    {
        < .35 => $"\e[{random.Next(31, 38)}m",
        < .45 => $"\e[1;{random.Next(31, 38)}m",
        < .75 => $"\e[38;5;{random.Next(16, 256)}m",
        < .95 => $"\e[38;2;{random.Next(256)};{random.Next(256)};{random.Next(256)}m",
        _ => "\e[4;48;5;236m",
    };

    private static string Styled(Random random, int width, int words = 1)
    {
        var text = new StringBuilder();
        for (var x = 0; x < width;)
        {
            var run = string.Join(' ', Enumerable.Range(0, random.Next(1, words + 1)).Select(_ => Pick(random, Words)));
            text.Append(Style(random)).Append(run).Append("\e[0m ");
            x += run.Length + 1;
        }

        return text.ToString();
    }

    private static IEnumerable<string> Region(Random random)
    {
        yield return $"\e[2;{Rows - 1}r\e[{Rows - 1};1H";
        for (var i = 1; ; i++)
        {
            yield return Prose(random, 5, Columns - 10) + "\n";
            if (i % 50 == 0)
                yield return $"\e7\e[{Rows};1H\e[7mstatus {i}\e[0m\e[K\e8";
        }
    }

    private static IEnumerable<string> Redraw(Random random)
    {
        var pool = Enumerable.Range(0, 400).Select(_ => Styled(random, Columns - 40, 4)).ToArray();
        return Forever(k => "\e[?2026h\e[?25l\e[H" + string.Concat(Enumerable.Range(0, Rows).Select(y => $"\e[{y + 1};1H{pool[(k * 7 + y * 3) % 400]}\e[K")) + "\e[?25h\e[?2026l");
    }

    private static IEnumerable<string> Agent(Random random)
    {
        var pool = Enumerable.Range(0, 300).Select(_ => Styled(random, Columns - 40, 4)).ToArray();
        var above = 0;
        for (var k = 1; ; k++)
        {
            var text = new StringBuilder("\e[?2026h").Insert(8, "\e[2K\e[1A", above).Append("\e[2K\e[G");
            above = random.Next(12, 31);
            for (var y = 0; y < above - 1; y++)
                text.Append(pool[(k / 3 + y) % 300]).Append("\r\n");
            text.Append($"\e[38;2;215;119;87m{"·✢✳✶✻✽"[k % 6]}\e[0m Thinking… \e[2m({k / 10}s · ↑ {k} tokens · esc to interrupt)\e[0m\e[?2026l");
            above--;
            if (k % 12 == 0)
            {
                text.Append($"\r\n{pool[k % 300]}\r\n");
                above = 0;
            }

            yield return text.ToString();
        }
    }

    private static string Dense(int frame)
    {
        var text = new StringBuilder("\e[H");
        for (var y = 1; y <= Rows; y++)
        {
            for (var x = 1; x <= Columns; x++)
                text.Append($"\e[38;5;{(x + y + frame) % 156 + 100};48;5;{255 - (x + y + frame) % 156};1;3;4m{(char)('A' + frame % 26)}");
        }

        return text.ToString();
    }

    private static string International(Random random)
    {
        var (first, end) = Blocks[random.Next(Blocks.Length)];
        return string.Concat(Enumerable.Range(0, Columns / 3).Select(_ => random.NextDouble() < .92 ? char.ConvertFromUtf32(random.Next(first, end)) : Pick(random, Clusters))) + "\n";
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
