namespace FleetTui.Console.Boards.Diff;

/// <summary>A line as words (letters, digits, <c>_</c>), runs of blanks, and single signs.</summary>
internal static class WordChunks
{
    public static string[] Of(string text)
    {
        var chunks = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var kind = Kind(text[at]);
            var end = at + 1;
            while (end < text.Length && ((kind != 0 && Kind(text[end]) == kind) || char.IsLowSurrogate(text[end])))
            {
                end++;
            }

            chunks.Add(text[at..end]);
            at = end;
        }

        return [.. chunks];
    }

    /// <summary>1 word, 2 blank, 0 anything else, which stands alone.</summary>
    private static int Kind(char one) => char.IsLetterOrDigit(one) || one == '_' ? 1 : char.IsWhiteSpace(one) ? 2 : 0;
}
