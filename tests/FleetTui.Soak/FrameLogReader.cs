using System.Globalization;

namespace FleetTui.Soak;

/// <summary>Reads the console's frame log line by line.</summary>
internal sealed class FrameLogReader
{
    private readonly List<WantedRow> _rows = [];
    private readonly List<string> _doubts = [];

    /// <summary>What the line completes, or null.</summary>
    public object? Take(string line)
    {
        var words = line.Split(' ', 4);
        switch (words[0])
        {
            case "row":
                _rows.Add(new WantedRow(Number(words[1]), ulong.Parse(words[2], NumberStyles.HexNumber, CultureInfo.InvariantCulture), words.Length > 3 ? words[3] : ""));
                return Doubts();
            case "frame":
                var all = line.Split(' ');
                var entry = new FrameEntry(long.Parse(all[1], CultureInfo.InvariantCulture), Number(all[2]), Number(all[3]), Number(all[4]), Number(all[5]), [.. _rows]);
                _rows.Clear();
                return entry;
            case "stale" or "whole":
                _doubts.Add(line);
                return null;
            case "same":
                return new WholeCompared([]);
            default:
                return null;
        }
    }

    /// <summary>The lines on one comparison end with the first of another kind.</summary>
    public WholeCompared? Doubts()
    {
        if (_doubts.Count == 0)
        {
            return null;
        }

        var doubts = new WholeCompared([.. _doubts]);
        _doubts.Clear();
        return doubts;
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
