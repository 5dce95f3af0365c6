namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>The prefix key, in tmux's spelling. Keys that the agents or terminals need for themselves are refused with the reason.</summary>
internal static class PrefixShape
{
    private static readonly Dictionary<char, string> Taken = new()
    {
        ['a'] = "the agents use it to go to the start of the line",
        ['c'] = "it interrupts the agent",
        ['d'] = "it ends the agent",
        ['g'] = "the agents open an editor with it",
        ['i'] = "it is the Tab key",
        ['j'] = "the agents begin a new line with it",
        ['m'] = "it is the Enter key",
        ['o'] = "the agents use it for the transcript and to copy",
        ['r'] = "the agents search their history with it",
        ['s'] = "the agents use it, and terminals stop their output with it",
        ['t'] = "the agents use it for their task list and transcript",
        ['x'] = "it begins chords of the agents",
        ['z'] = "it suspends programs",
        ['['] = "it is the Escape key",
    };

    public static TextShape Instance { get; } = new(
        "a control key such as \"C-b\", \"C-Space\" or \"C-\\\\\" that neither agents nor terminals need",
        text => Key(text) is { } key && !Taken.ContainsKey(key[2]) ? key : null,
        text => Key(text) is { } key && Taken.TryGetValue(key[2], out var reason) ? $"{key} cannot be it: {reason}" : null);

    /// <summary>tmux also writes C-b as ^b and does not mind C-B.</summary>
    private static string? Key(string text)
    {
        var name = text.StartsWith("C-", StringComparison.OrdinalIgnoreCase) ? text[2..] : text.StartsWith('^') ? text[1..] : "";
        if (name.Equals("Space", StringComparison.OrdinalIgnoreCase) || name == "@")
            return "C-Space";
        return name.Length == 1 && (char.IsAsciiLetter(name[0]) || name[0] is '[' or '\\' or ']' or '^' or '_') ? "C-" + char.ToLowerInvariant(name[0]) : null;
    }
}
