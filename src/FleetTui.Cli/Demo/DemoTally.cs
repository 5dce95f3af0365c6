using System.Text.RegularExpressions;
using FleetTui.Cli.Demo.Sandbox;
using FleetTui.Git.Running;

namespace FleetTui.Cli.Demo;

/// <summary>
/// Where every change of the demo is, by git's own word. Each change has a name, written into its commit's message, into the file it changed and, once it was committed,
/// into the slot's ledger. It is kept where both the commit and its content are found: on origin's main, or on a slot's branch.
/// </summary>
/// <param name="Commits">Changes that were ever committed.</param>
/// <param name="Landed">Those on main.</param>
/// <param name="Lost">Those neither on main nor in a slot.</param>
internal sealed partial record DemoTally(int Commits, int Landed, IReadOnlyList<string> Lost)
{
    public static async Task<DemoTally> CountAsync(DemoSandbox sandbox, CancellationToken cancellation)
    {
        // First: agents may go on committing while this counts, and what they make after this look is not asked for below.
        var made = Ledger(sandbox);
        var main = await KeptAsync(new GitRunner(GitSettings.Default, sandbox.Origin), "refs/heads/main", cancellation);
        var kept = new HashSet<string>(main);
        var hub = new GitRunner(GitSettings.Default, sandbox.Hub);
        foreach (var slot in DemoRoles.Slots)
        {
            kept.UnionWith(await KeptAsync(hub, $"refs/heads/{slot.Branch}", cancellation));
        }

        return Of(made, main, kept);
    }

    internal static DemoTally Of(IReadOnlyCollection<string> made, IReadOnlySet<string> main, IReadOnlySet<string> kept) =>
        new(made.Union(kept).Count(), main.Count, [.. made.Where(change => !kept.Contains(change)).Order(StringComparer.Ordinal)]);

    private static HashSet<string> Ledger(DemoSandbox sandbox) =>
        Directory.Exists(sandbox.Ledger) ? [.. Directory.GetFiles(sandbox.Ledger).SelectMany(File.ReadLines)] : [];

    private static async Task<HashSet<string>> KeptAsync(GitRunner git, string reference, CancellationToken cancellation)
    {
        var messages = await git.RunAsync(GitCommand.Read("log", "--format=%B", reference, "--"), cancellation);
        if (!messages.Succeeded)
        {
            return [];
        }

        var contents = await git.RunAsync(GitCommand.Read("grep", "-h", "-I", "-E", "change [a-z0-9]+-[0-9]+-[0-9]+", reference, "--"), cancellation);
        var committed = Trailer().Matches(messages.OutputText).Select(match => match.Groups[1].Value).ToHashSet();
        committed.IntersectWith(Mark().Matches(contents.OutputText).Select(match => match.Groups[1].Value));
        return committed;
    }

    [GeneratedRegex(@"^Demo-Change: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"change ([a-z0-9]+-\d+-\d+)")]
    private static partial Regex Mark();
}
