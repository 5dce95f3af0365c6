namespace FleetTui.Console.Compositing;

/// <summary>Breaks a text into lines of at most so many cells, between words where it can.</summary>
public static class WordWrap
{
    public static List<string> Lines(string text, int cells)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && TextWidth.Of(line) + 1 + TextWidth.Of(rest) <= cells)
            {
                line = $"{line} {rest}";
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            while (TextWidth.Of(rest) > cells && cells > 0)
            {
                var head = TextWidth.Fit(rest, cells, "");
                if (head.Length == 0)
                {
                    break;
                }

                lines.Add(head);
                rest = rest[head.Length..];
            }

            line = rest;
        }

        if (line.Length > 0 || lines.Count == 0)
        {
            lines.Add(line);
        }

        return lines;
    }
}
