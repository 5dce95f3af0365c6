namespace FleetTui.Console.Keys;

/// <summary>
/// One line of <c>[console.keys]</c>: a command and its keys, spelled as in tmux. <c>-n</c> before a key: without the prefix; <c>-r</c>: may be pressed again
/// for a moment without it. No key takes the command's keys away.
/// </summary>
internal sealed record UserKey(string Command, IReadOnlyList<(string Spelling, bool Root)> Keys, bool? Repeat)
{
    /// <summary>Takes single keys away instead of a command's.</summary>
    public const string Unbind = "unbind";

    public static UserKey Parse(string command, string text)
    {
        var (keys, root, repeat) = (new List<(string, bool)>(), false, (bool?)null);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word)
            {
                case "-n":
                    root = true;
                    break;
                case "-r":
                    repeat = true;
                    break;
                case "-nr" or "-rn":
                    (root, repeat) = (true, true);
                    break;
                default:
                    keys.Add((word, root));
                    root = false;
                    break;
            }
        }

        return new UserKey(command, keys, repeat);
    }
}
