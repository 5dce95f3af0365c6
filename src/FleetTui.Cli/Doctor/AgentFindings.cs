using FleetTui.Agents.Launch;
using FleetTui.Configuration;

namespace FleetTui.Cli.Doctor;

/// <summary>The agents that slots name, and the logins they use.</summary>
internal static class AgentFindings
{
    public static IEnumerable<Finding> Of(FleetConfiguration configuration, string search, string root)
    {
        var groups = configuration.Slots.GroupBy(slot => slot.Agent, StringComparer.Ordinal).ToList();
        var findings = groups.Select(group => Installed(configuration.Agents[group.Key], group.Count(), search, root)).ToList();
        // One agent of several is a smaller fleet; none is no fleet.
        if (findings.Count > 0 && findings.All(finding => finding.Grade != Grade.Ok))
        {
            findings = [.. findings.Select(finding => finding with { Grade = Grade.Fail })];
        }

        return findings.Concat(configuration.Accounts.Values.Where(account => account.ConfigDirectory.Length > 0 && !Directory.Exists(account.ConfigDirectory)).Select(account =>
            Finding.Warn("accounts", $"{account.Name} keeps its login in {account.ConfigDirectory}, which is not there yet", $"log in once with it: start a slot that uses the account {account.Name}")));
    }

    private static Finding Installed(AgentDefinition agent, int slots, string search, string root)
    {
        var users = slots == 1 ? "1 slot" : $"{slots} slots";
        return ExecutableSearch.Find(agent.Command[0], search, root) is { } program
            ? Finding.Ok("agents", $"{agent.Name} for {users}: {program}")
            : Finding.Warn("agents", $"{agent.Name} for {users}: {agent.Command[0]} was not found", AgentAdapters.For(agent).InstallHint(agent.Command[0]));
    }
}
