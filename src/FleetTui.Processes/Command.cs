namespace FleetTui.Processes;

/// <summary>
/// One command line, not yet run. Immutable; <c>with</c> changes a copy. The child always gets a session (and so a process group) of its own:
/// it has no terminal to ask on, and everything it starts can be ended with it.
/// </summary>
/// <param name="Executable">A path, or a name looked up in <c>PATH</c>.</param>
/// <param name="Arguments">Without the executable itself; passed as they are, no shell.</param>
public sealed record Command(string Executable, params IReadOnlyList<string> Arguments)
{
    /// <summary>Absolute; null: this process's own.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Laid over this process's environment; a null value removes the variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Written to the child's standard input, which is then closed. Empty: the child reads from <c>/dev/null</c>.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>After this the whole group gets SIGTERM, then SIGKILL. Null: no limit.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Between SIGTERM and SIGKILL; enough for a program to remove its lock files.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>More output than this many bytes per stream is read and dropped, so that a talkative child neither hangs nor fills memory.</summary>
    public int OutputLimit { get; init; } = 256 * 1024 * 1024;

    /// <summary>For messages: the words as typed, quoted where needed.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Executable).Select(Quoted));

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(static c => char.IsLetterOrDigit(c) || "-_./=:@%+,^{}".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
