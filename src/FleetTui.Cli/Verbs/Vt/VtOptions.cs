using System.Globalization;

namespace FleetTui.Cli.Verbs.Vt;

/// <param name="Columns">1–1000.</param>
/// <param name="Rows">1–1000.</param>
/// <param name="Json">Cells as JSON rather than text lines.</param>
/// <param name="Operations">The input is a list of writes and resizes.</param>
/// <param name="Replies">Tell what the terminal would answer.</param>
/// <param name="Chunk">Bytes fed at a time; 0 is all at once.</param>
internal sealed record VtOptions(int Columns, int Rows, bool Json, bool Operations, bool Replies, int Chunk)
{
    public const int MaxSize = 1000;

    public static bool TryParse(string[] args, out VtOptions options, out string problem)
    {
        options = new VtOptions(80, 24, false, false, false, 0);
        problem = "";
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = Split(args[i]);
            var (min, max) = name == "--chunk" ? (0, int.MaxValue) : (1, MaxSize);
            switch (name)
            {
                case "--json" when value is null:
                    options = options with { Json = true };
                    continue;
                case "--ops" when value is null:
                    options = options with { Operations = true };
                    continue;
                case "--replies" when value is null:
                    options = options with { Replies = true };
                    continue;
                case "--format":
                    value ??= ++i < args.Length ? args[i] : "";
                    if (value is not ("text" or "json"))
                    {
                        problem = $"--format takes text or json, not \"{value}\"";
                        return false;
                    }

                    options = options with { Json = value == "json" };
                    continue;
                case "--cols" or "--rows" or "--chunk":
                    value ??= ++i < args.Length ? args[i] : "";
                    break;
                default:
                    problem = $"\"{args[i]}\" is none of --cols C, --rows R, --json, --format text|json, --ops, --replies, --chunk N";
                    return false;
            }

            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < min || number > max)
            {
                problem = $"{name} takes a number from {min} to {max}, not \"{value}\"";
                return false;
            }

            options = name switch
            {
                "--cols" => options with { Columns = number },
                "--rows" => options with { Rows = number },
                _ => options with { Chunk = number },
            };
        }

        return true;
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equal = argument.IndexOf('=', StringComparison.Ordinal);
        return equal < 0 ? (argument, null) : (argument[..equal], argument[(equal + 1)..]);
    }
}
