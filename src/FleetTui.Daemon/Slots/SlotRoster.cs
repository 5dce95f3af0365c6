using FleetTui.Api.Client;
using FleetTui.Configuration;
using FleetTui.Configuration.Editing;
using FleetTui.Configuration.Toml;
using FleetTui.Coordination.Events;
using FleetTui.Daemon.Live;
using FleetTui.Daemon.Roles;
using FleetTui.Git.Running;

namespace FleetTui.Daemon.Slots;

/// <summary>
/// Adds slots to <c>roles.toml</c> and takes them off, comments kept. A slot that holds work is not taken off, and its worktree and branch stay in any case: nothing that could be lost is
/// deleted here.
/// </summary>
internal sealed class SlotRoster(string root, LiveConfiguration configuration, RolesWriting file, SlotSet slots, RoleDesk roles, UnlandedWork work, EventLog log)
{
    public Task<SlotAdded> AddAsync(SlotAddition wanted) => file.OneAsync(async () =>
    {
        var now = configuration.Current.Configuration;
        if (now.Slots.FirstOrDefault(slot => string.Equals(slot.Id, wanted.Id, StringComparison.OrdinalIgnoreCase)) is { } there)
        {
            throw new FleetApiException(2, $"There is a slot {there.Id} already; another needs another id.");
        }

        var like = wanted.Like is { } name
            ? now.Slots.FirstOrDefault(slot => slot.Id == name) ?? throw new FleetApiException(2, $"There is no slot '{name}' to take as a pattern; the slots are {string.Join(", ", now.Slots.Select(slot => slot.Id))}.")
            : now.Slots.LastOrDefault();
        file.Take(() => RolesFileEditor.Add(root, Keys(wanted, like, now)));
        var slot = configuration.Current.Configuration.Slots.First(added => added.Id == wanted.Id);
        log.Append("slot.added", slot.Id, $"Slot {slot.Id} was added{(slot.Role.Length > 0 ? $" as {slot.Role}" : "")} with the agent {slot.Agent}.");
        return await StartedAsync(slot, $"Slot {slot.Number} {slot.Id} was added with the agent {slot.Agent}{(slot.Role.Length > 0 ? $" as {slot.Role}" : "")}", wanted.Start);
    });

    public Task<SlotRemoval> RemoveAsync(string id, CancellationToken cancellation) => file.OneAsync(async () =>
    {
        var slot = Known(id);
        if (slots.Find(id) is { Snapshot: { Pid: not null } or { Wanted: true } })
        {
            throw new FleetApiException(1, $"Slot {id} runs; stop it first: fleet slot stop {id}.");
        }

        try
        {
            if (await work.OfAsync(slot, cancellation) is { } held)
            {
                throw new FleetApiException(1, $"Slot {id} is not removed: {held}.");
            }
        }
        catch (GitException error)
        {
            throw new FleetApiException(1, $"Slot {id} is not removed, because git cannot tell what it holds: {error.Message}", error);
        }

        if (slot.Role.Length > 0)
        {
            await roles.AssignAsync(id, "", swap: false, "the slot is removed", preview: false);
        }

        RemovedSlot? removed = null;
        try
        {
            file.Take(() => RolesFileEditor.Remove(root, id, out removed));
        }
        catch (FleetApiException) when (slot.Role.Length > 0)
        {
            await roles.AssignAsync(id, slot.Role, swap: false, "the slot was not removed", preview: false);
            throw;
        }

        await slots.ApplyAsync(configuration.Current.Configuration);
        var moved = slot.Number <= configuration.Current.Configuration.Slots.Count;
        var left = $"its worktree {slot.Worktree} and its branch {slot.Branch} stay{(moved ? "; the slots behind it have other numbers and migration times now" : "")}";
        log.Append("slot.removed", id, $"Slot {id} was removed; {left}.");
        return new SlotRemoval(id, removed!.Lines, removed.Before, slot.Role, $"Slot {id} was removed{(slot.Role.Length > 0 ? $", and its role {slot.Role} is free" : "")}; {left}.");
    });

    /// <summary>Takes a removal back.</summary>
    public Task<SlotAdded> PutBackAsync(SlotRemoval removal) => file.OneAsync(async () =>
    {
        file.Take(() => RolesFileEditor.PutBack(root, new RemovedSlot(removal.Lines, removal.Before)));
        var slot = Known(removal.Slot);
        log.Append("slot.added", slot.Id, $"Slot {slot.Id} is back.");
        await slots.ApplyAsync(configuration.Current.Configuration);
        if (removal.Role.Length > 0)
        {
            await roles.AssignAsync(slot.Id, removal.Role, swap: false, "the slot is back", preview: false);
        }

        return new SlotAdded(slot.Id, $"Slot {slot.Number} {slot.Id} is back.");
    });

    private async Task<SlotAdded> StartedAsync(SlotDefinition slot, string added, bool start)
    {
        await slots.ApplyAsync(configuration.Current.Configuration);
        var problem = start ? (await slots.Find(slot.Id)!.StartAsync()).Problem : null;
        return new SlotAdded(slot.Id, problem is not null ? $"{added}, but it did not start: {problem}" : start ? $"{added} and started." : $"{added}; fleet slot start {slot.Id} starts it.");
    }

    private SlotDefinition Known(string id)
    {
        var now = configuration.Current.Configuration;
        return now.Slots.FirstOrDefault(found => found.Id == id)
            ?? throw new FleetApiException(2, $"There is no slot '{id}' in roles.toml; the slots are {string.Join(", ", now.Slots.Select(found => found.Id))}.");
    }

    /// <summary>Only what is not as by default. A pattern gives its agent and login: its role, branch, worktree and migration times are its own.</summary>
    private static List<KeyValuePair<string, TomlValue>> Keys(SlotAddition wanted, SlotDefinition? like, FleetConfiguration now)
    {
        var agent = wanted.Agent ?? like?.Agent ?? "claude";
        if (!now.Agents.ContainsKey(agent))
        {
            throw new FleetApiException(2, $"There is no agent '{agent}'; there are {string.Join(", ", now.Agents.Keys.Order(StringComparer.Ordinal))}.");
        }

        var keys = new List<KeyValuePair<string, TomlValue>> { Text("id", wanted.Id) };
        if (wanted.Label is { Length: > 0 } label)
        {
            keys.Add(Text("label", label));
        }

        keys.Add(Text("role", wanted.Role ?? ""));
        keys.Add(Text("agent", agent));
        if ((wanted.Account ?? (agent == like?.Agent ? like.Account : "")) is { Length: > 0 } account)
        {
            keys.Add(Text("account", account));
        }

        if (wanted.Like is not null && like is { Start: false })
        {
            keys.Add(new("start", new TomlBoolean(false, default)));
        }

        return keys;
    }

    private static KeyValuePair<string, TomlValue> Text(string key, string value) => new(key, new TomlString(value, default));
}
