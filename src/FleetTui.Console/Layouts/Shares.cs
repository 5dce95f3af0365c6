namespace FleetTui.Console.Layouts;

/// <summary>Shares out cells.</summary>
public static class Shares
{
    /// <summary>
    /// Cells by weight, each at least its least; what does not divide goes to the first ones. The sum is always <paramref name="cells"/>,
    /// which must not be less than the sum of the leasts.
    /// </summary>
    public static int[] Of(int cells, IReadOnlyList<int> weights, IReadOnlyList<int> leasts)
    {
        var total = weights.Sum(weight => (long)weight);
        var shares = new int[weights.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = (int)(cells * (long)weights[i] / total);
        }

        var rest = cells - shares.Sum();
        for (var i = 0; i < rest; i++)
        {
            shares[i % shares.Length]++;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            while (shares[i] < leasts[i])
            {
                var rich = Richest(shares, leasts);
                var moved = Math.Max(1, Math.Min(leasts[i] - shares[i], (shares[rich] - leasts[rich]) / 2));
                shares[rich] -= moved;
                shares[i] += moved;
            }
        }

        return shares;
    }

    /// <summary>Moves the border after part <paramref name="before"/>: the nearest neighbours give first, none below its least.</summary>
    public static int[] Moved(IReadOnlyList<int> shares, IReadOnlyList<int> leasts, int before, int by)
    {
        var moved = shares.ToArray();
        var (gains, first, step) = by > 0 ? (before, before + 1, 1) : (before + 1, before, -1);
        var wanted = Math.Abs(by);
        for (var i = first; wanted > 0 && i >= 0 && i < moved.Length; i += step)
        {
            var given = Math.Min(wanted, Math.Max(0, moved[i] - leasts[i]));
            moved[i] -= given;
            moved[gains] += given;
            wanted -= given;
        }

        return moved;
    }

    private static int Richest(int[] shares, IReadOnlyList<int> leasts)
    {
        var best = 0;
        for (var i = 1; i < shares.Length; i++)
        {
            best = shares[i] - leasts[i] > shares[best] - leasts[best] ? i : best;
        }

        return best;
    }
}
