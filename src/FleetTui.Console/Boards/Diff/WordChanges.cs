using DiffPlex;

namespace FleetTui.Console.Boards.Diff;

/// <summary>Which parts of two lines differ, word by word; nothing when they have little in common, since then everything does.</summary>
internal static class WordChanges
{
    /// <summary>Longer lines are data rather than text.</summary>
    private const int MostCharacters = 600;

    /// <summary>Of the longer line's characters, so many of a hundred must be in both.</summary>
    private const int LeastCommon = 30;

    private static readonly Differ Diff = new();

    /// <summary>Ranges [from, to) of characters that only the old and only the new line has.</summary>
    public static (IReadOnlyList<(int From, int To)> Old, IReadOnlyList<(int From, int To)> New) Of(string before, string after)
    {
        if (before.Length > MostCharacters || after.Length > MostCharacters || before.Length == 0 || after.Length == 0)
        {
            return ([], []);
        }

        var difference = Diff.CreateCustomDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, WordChunks.Of);
        var (old, now) = (new List<(int, int)>(), new List<(int, int)>());
        foreach (var block in difference.DiffBlocks)
        {
            Add(old, difference.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(now, difference.PiecesNew, block.InsertStartB, block.InsertCountB);
        }

        var common = before.Length - old.Sum(range => range.Item2 - range.Item1);
        return common * 100 >= Math.Max(before.Length, after.Length) * LeastCommon ? (old, now) : ([], []);
    }

    private static void Add(List<(int, int)> ranges, IReadOnlyList<string> pieces, int start, int count)
    {
        if (count > 0)
        {
            var from = pieces.Take(start).Sum(piece => piece.Length);
            ranges.Add((from, from + pieces.Skip(start).Take(count).Sum(piece => piece.Length)));
        }
    }
}
