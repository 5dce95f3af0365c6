namespace FleetTui.Git.Remotes;

/// <summary>One status line of <c>git push --porcelain</c> (git-push(1), "Output").</summary>
/// <param name="Flag">' ' fast-forward, '+' forced, '-' deleted, '*' new, '!' rejected, '=' up to date.</param>
/// <param name="To">The remote's reference, in full.</param>
/// <param name="Summary"><c>[rejected]</c>, <c>[remote rejected]</c>, <c>1234..5678</c>.</param>
/// <param name="Reason">Between the brackets at the end; empty when there is none.</param>
public sealed record PushStatus(char Flag, string From, string To, string Summary, string Reason);

public static class PushReportParser
{
    /// <summary>Status lines only; the lines <c>To URL</c> and <c>Done</c>, and anything a hook printed, are skipped.</summary>
    public static IReadOnlyList<PushStatus> Parse(string text)
    {
        var all = new List<PushStatus>();
        foreach (var line in text.Split('\n'))
        {
            // FLAG TAB from:to TAB summary[ (reason)]
            if (line.Length < 2 || line[1] != '\t' || " +-*!=".IndexOf(line[0], StringComparison.Ordinal) < 0)
                continue;
            var fields = line.Split('\t', 3);
            if (fields.Length < 3)
                continue;
            var colon = fields[1].LastIndexOf(':');
            var open = fields[2].IndexOf(" (", StringComparison.Ordinal);
            var reason = open >= 0 && fields[2].EndsWith(')') ? fields[2][(open + 2)..^1] : "";
            all.Add(new PushStatus(
                line[0],
                colon < 0 ? fields[1] : fields[1][..colon],
                colon < 0 ? "" : fields[1][(colon + 1)..],
                reason.Length > 0 ? fields[2][..open] : fields[2],
                reason));
        }

        return all;
    }
}
