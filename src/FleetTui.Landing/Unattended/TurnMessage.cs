using FleetTui.Configuration;

namespace FleetTui.Landing.Unattended;

/// <summary>The message of a commit that no agent wrote.</summary>
public static class TurnMessage
{
    private const int Subject = 72;
    private const int Body = 1000;

    /// <param name="words">What the agent said last, as Markdown; null when that is not known.</param>
    /// <param name="template"><see cref="LandingSettings.CommitMessage"/>.</param>
    public static string Of(string? words, string template, SlotDefinition slot, string title)
    {
        if (FirstParagraph(words ?? "") is not { Length: > 0 } said)
        {
            var role = slot.Role.Length > 0 ? slot.Role : "free";
            return template
                .Replace("{slot}", slot.Id, StringComparison.Ordinal).Replace("{label}", slot.Label, StringComparison.Ordinal).Replace("{role}", role, StringComparison.Ordinal)
                .Replace("{title}", title.Length > 0 ? title : role, StringComparison.Ordinal).Replace("{agent}", slot.Agent, StringComparison.Ordinal) + "\n";
        }

        if (said.Length <= Subject)
            return said.TrimEnd('.', ':') + "\n";
        var sentence = said.IndexOf(". ", StringComparison.Ordinal);
        var subject = sentence is > 0 and <= Subject ? said[..sentence] : said[..Math.Max(Subject / 2, said.LastIndexOf(' ', Subject - 1))].TrimEnd() + "…";
        return $"{subject}\n\n{(said.Length <= Body ? said : said[..Body].TrimEnd() + "…")}\n";
    }

    /// <summary>On one line, without Markdown's marks of headings, lists and emphasis.</summary>
    private static string FirstParagraph(string words)
    {
        var lines = words.ReplaceLineEndings("\n").Split('\n').SkipWhile(static line => Bare(line).Length == 0).TakeWhile(static line => Bare(line).Length > 0).Select(Bare);
        return string.Join(' ', lines).Trim();
    }

    private static string Bare(string line) =>
        line.Trim().TrimStart('#', '>', '-', '*', ' ').Replace("**", "", StringComparison.Ordinal).Replace("```", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Trim();
}
