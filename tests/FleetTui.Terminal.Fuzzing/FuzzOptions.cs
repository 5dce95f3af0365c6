using System.Globalization;

namespace FleetTui.Terminal.Fuzzing;

/// <param name="Bytes">How many to feed.</param>
/// <param name="Seed">Of all chance in the run.</param>
/// <param name="From">The first case.</param>
/// <param name="Cases">The most cases to run.</param>
/// <param name="Recordings">A directory of *.vt: real programs' output to mutate.</param>
internal sealed record FuzzOptions(long Bytes, int Seed, long From, long Cases, string? Recordings)
{
    /// <summary>No progress for this long is a hang.</summary>
    public int HangSeconds => 300;

    /// <summary>Null when the words are not understood.</summary>
    public static FuzzOptions? Parse(string[] words)
    {
        var options = new FuzzOptions(10_000_000, Random.Shared.Next(), 0, long.MaxValue, null);
        for (var i = 0; i < words.Length; i += 2)
        {
            if (i + 1 == words.Length)
                return null;
            var value = words[i + 1];
            if (words[i] == "--recordings")
            {
                options = options with { Recordings = value };
                continue;
            }

            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number < 0)
                return null;
            switch (words[i])
            {
                case "--bytes":
                    options = options with { Bytes = (long)number };
                    break;
                case "--seed":
                    options = options with { Seed = (int)number };
                    break;
                case "--from":
                    options = options with { From = (long)number };
                    break;
                case "--cases":
                    options = options with { Cases = (long)number };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
