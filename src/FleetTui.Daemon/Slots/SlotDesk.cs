using FleetTui.Api.Client;
using FleetTui.Configuration;
using FleetTui.Configuration.Editing;
using FleetTui.Coordination.Events;
using FleetTui.Daemon.Live;

namespace FleetTui.Daemon.Slots;

/// <summary>
/// Changes what <c>roles.toml</c> says of a slot, comments kept: its label, its agent, its account. An agent that runs is started again for another agent or account.
/// A file that the change would make invalid stays as it was.
/// </summary>
internal sealed class SlotDesk(string root, LiveConfiguration configuration, RolesWriting file, SlotSet slots, EventLog log)
{
    public IReadOnlyList<AgentChoice> Agents()
    {
        var now = configuration.Current.Configuration;
        return
        [
            .. now.Agents.Values.OrderBy(agent => agent.Name, StringComparer.Ordinal).Select(agent => new AgentChoice(
                agent.Name,
                agent.Kind,
                agent.Command,
                [.. now.Accounts.Values.Where(account => Fits(account, agent, now)).Select(account => account.Name).Order(StringComparer.Ordinal)])),
        ];
    }

    public Task<SlotSettingsResult> ChangeAsync(string id, SlotSettings wanted) => file.OneAsync(async () =>
    {
        var now = configuration.Current.Configuration;
        var slot = now.Slots.FirstOrDefault(found => found.Id == id)
            ?? throw new FleetApiException(2, $"There is no slot '{id}' in roles.toml; the slots are {string.Join(", ", now.Slots.Select(found => found.Id))}.");
        var changes = Changes(slot, wanted, now);
        var before = new SlotSettings(
            changes.ContainsKey("label") ? slot.Label : null,
            changes.ContainsKey("agent") ? slot.Agent : null,
            changes.ContainsKey("account") ? slot.Account : null);
        if (changes.Count == 0)
        {
            return new SlotSettingsResult(id, before, false, $"Slot {id} is so already.");
        }

        file.Take(() => RolesFileEditor.Change(root, id, changes));
        var told = string.Join(", ", changes.Where(change => change.Key != "branch").Select(change => $"{change.Key} {(change.Value.Length > 0 ? change.Value : "as by default")}"));
        log.Append("slot.changed", id, $"Slot {id} has now: {told}.");
        var restarts = (before.Agent is not null || before.Account is not null) && slots.Find(id) is { Snapshot.Pid: not null };
        if (restarts)
        {
            await RestartAsync(slots.Find(id)!);
        }

        return new SlotSettingsResult(id, before, restarts, $"Slot {id} has now: {told}{(restarts ? "; it was started again" : "")}.");
    });

    private static async Task RestartAsync(SlotSupervisor slot)
    {
        slot.Tell(new SlotMessage.ConfigurationChanged());
        if ((await slot.RestartAsync()).Problem is { } problem)
        {
            throw new FleetApiException(1, problem);
        }
    }

    /// <summary>Key → new value, of those that differ. An agent brings no other branch, and takes no login with it that is not its own.</summary>
    private static Dictionary<string, string> Changes(SlotDefinition slot, SlotSettings wanted, FleetConfiguration now)
    {
        var changes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (wanted.Label is { } label && label != slot.Label)
        {
            changes["label"] = !label.Any(char.IsControl) ? label : throw new FleetApiException(2, "A slot's label is one line of text.");
        }

        var agent = Agent(wanted.Agent ?? slot.Agent, now);
        if (agent.Name != slot.Agent)
        {
            changes["agent"] = agent.Name;
            changes["branch"] = slot.Branch;
        }

        var account = wanted.Account ?? (slot.Account.Length == 0 || (now.Accounts.TryGetValue(slot.Account, out var kept) && Fits(kept, agent, now)) ? slot.Account : "");
        if (account.Length > 0 && !(now.Accounts.TryGetValue(account, out var known) && Fits(known, agent, now)))
        {
            throw new FleetApiException(2, now.Accounts.ContainsKey(account)
                ? $"The account {account} is a login of {now.Accounts[account].Agent}, not of {agent.Name}."
                : $"There is no account '{account}' in fleet.toml{(now.Accounts.Count > 0 ? $"; there are {string.Join(", ", now.Accounts.Keys.Order(StringComparer.Ordinal))}" : "")}.");
        }

        if (account != slot.Account)
        {
            changes["account"] = account;
        }

        return changes;
    }

    private static AgentDefinition Agent(string name, FleetConfiguration now) => now.Agents.TryGetValue(name, out var agent)
        ? agent
        : throw new FleetApiException(2, $"There is no agent '{name}'; there are {string.Join(", ", now.Agents.Keys.Order(StringComparer.Ordinal))}.");

    private static bool Fits(AccountDefinition account, AgentDefinition agent, FleetConfiguration now) =>
        now.Agents.TryGetValue(account.Agent, out var owner) && owner.Kind == agent.Kind;
}
