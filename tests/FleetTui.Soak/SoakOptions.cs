using System.Globalization;

namespace FleetTui.Soak;

/// <summary>What is asked for on the command line.</summary>
/// <param name="Synchronized">False: the terminal does not know synchronized updates (mode 2026).</param>
internal sealed record SoakOptions(TimeSpan Time, IReadOnlyList<(int Columns, int Rows)> Sizes, string Program, int Seed, bool Synchronized, bool Tmux)
{
    public const string Usage = "usage: scripts/soak-console [--minutes N] [--size COLUMNSxROWS]… [--seed N] [--no-sync] [--no-tmux] [--program FLEET]";

    /// <summary>Null: not what <see cref="Usage"/> says.</summary>
    public static SoakOptions? Parse(IReadOnlyList<string> words)
    {
        var options = new SoakOptions(TimeSpan.FromMinutes(2), [], "", Random.Shared.Next(), true, true);
        var sizes = new List<(int, int)>();
        for (var i = 0; i < words.Count; i++)
        {
            var value = i + 1 < words.Count ? words[i + 1] : "";
            switch (words[i])
            {
                case "--no-sync":
                    options = options with { Synchronized = false };
                    continue;
                case "--no-tmux":
                    options = options with { Tmux = false };
                    continue;
                case "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes > 0:
                    options = options with { Time = TimeSpan.FromMinutes(minutes) };
                    break;
                case "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    break;
                case "--size" when value.Split('x') is [var c, var r] && int.TryParse(c, out var columns) && int.TryParse(r, out var rows):
                    sizes.Add((columns, rows));
                    break;
                case "--program" when value.Length > 0:
                    options = options with { Program = value };
                    break;
                default:
                    return null;
            }

            i++;
        }

        return options with { Sizes = sizes.Count > 0 ? sizes : [(200, 50), (80, 24)] };
    }
}
