namespace FleetTui.Agents.Transcripts;

/// <summary>
/// How many tokens each model's context holds, as of 2026-11-20: Claude's from Claude Code 2.1.197's own table, OpenAI's from Codex 0.169.0's (which also writes it into
/// its rollouts, and is believed there). A model that is not here has no known window.
/// </summary>
public static class ContextWindows
{
    private const long Usual = 200_000;
    private const long Million = 1_000_000;

    /// <summary>The beginning of a model's name → its window, and the one a user can ask for instead. The longest beginning that fits counts.</summary>
    private static readonly (string Model, long Window, long Extended)[] Table =
    [
        ("claude-3-5-", Usual, Usual),
        ("claude-3-7-", Usual, Usual),
        ("claude-haiku-4-5", Usual, Usual),
        ("claude-sonnet-4", Usual, Million),
        ("claude-sonnet-5", Million, Million),
        ("claude-opus-4-0", Usual, Usual),
        ("claude-opus-4-1", Usual, Usual),
        ("claude-opus-4-2025", Usual, Usual),
        ("claude-opus-4-5", Usual, Usual),
        ("claude-opus-4-6", Usual, Million),
        ("claude-opus-4-7", Million, Million),
        ("claude-opus-4-8", Million, Million),
        ("claude-fable-5", Million, Million),
        ("gpt-5.5", 272_000, 272_000),
        ("gpt-5.6-", 272_000, 272_000),
        ("gpt-6-", 272_000, 272_000),
        ("gpt-6.1-sol", 272_000, 272_000),
        ("gpt-6.1-terra", 500_000, 500_000),
    ];

    /// <param name="tokens">Seen in its context: more than the usual window holds can only be in the extended one.</param>
    /// <param name="extended">The user asked for the extended one (Claude Code: a model's name that ends in <c>[1m]</c>).</param>
    public static long? Of(string model, long tokens, bool extended)
    {
        var found = Table.Where(row => model.StartsWith(row.Model, StringComparison.Ordinal)).OrderByDescending(row => row.Model.Length).FirstOrDefault();
        return found.Model is null ? null
            : extended || tokens > found.Window ? found.Extended >= tokens ? found.Extended : null
            : found.Window;
    }
}
