using System.Security.Cryptography;
using System.Text;
using FleetTui.Configuration.Text;

namespace FleetTui.Configuration.Trust;

/// <summary>
/// What the two files can make run, one line for each thing, sorted. Trust is given to exactly what is shown: the digest is of these lines and of nothing else.
/// </summary>
/// <param name="Lines">Values are quoted, so that no two contents share a line, and what a terminal would not show is written as an escape.</param>
/// <param name="Digest">SHA-256, hexadecimal.</param>
public sealed record RunnableContent(IReadOnlyList<string> Lines, string Digest)
{
    public static RunnableContent Of(FleetConfiguration configuration)
    {
        var lines = new List<string>();
        foreach (var agent in configuration.Agents.Values.OrderBy(agent => agent.Name, StringComparer.Ordinal))
        {
            lines.Add($"agent {agent.Name} ({agent.Kind}, restarts {agent.Restart}) runs {string.Join(' ', agent.Command.Select(Visible.Quoted))}");
            lines.AddRange(Environment($"agent {agent.Name}", agent.Environment));
        }
        foreach (var account in configuration.Accounts.Values.OrderBy(account => account.Name, StringComparer.Ordinal))
        {
            lines.Add($"account {account.Name} of {account.Agent} keeps its login in {Visible.Quoted(account.ConfigDirectory)}");
            lines.AddRange(Environment($"account {account.Name}", account.Environment));
        }
        lines.AddRange(configuration.Worktrees.Copy.Select(path => $"a new worktree gets a copy of {Visible.Quoted(path)}"));
        lines.AddRange(configuration.Worktrees.Setup.Select((command, index) => $"a new worktree runs {index + 1}: {Visible.Quoted(command)}"));
        lines.AddRange(configuration.Landing.Checks.Select((command, index) => $"the lane checks {index + 1}: {Visible.Quoted(command)}"));
        if (configuration.Console.Alerts.Command.Length > 0)
            lines.Add($"the console runs for an alert: {Visible.Quoted(configuration.Console.Alerts.Command)}");
        return new RunnableContent(lines, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)))));
    }

    private static IEnumerable<string> Environment(string owner, IReadOnlyDictionary<string, string> variables) =>
        variables.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{owner} is given {pair.Key}={Visible.Quoted(pair.Value)}");
}
