namespace FleetTui.Agents.Launch;

/// <summary>Makes the plan for a slot's pane: the agent, or what to do when it is not installed.</summary>
public static class AgentLauncher
{
    public static LaunchPlan Plan(LaunchRequest request)
    {
        var adapter = AgentAdapters.For(request.Agent);
        var environment = Additions(request, adapter);
        if (request.Agent.Command.Count == 0)
        {
            return Problem($"Agent '{request.Agent.Name}' of slot {request.Slot.Id} has no command.", $"Give it one in fleet.toml: [agents.{request.Agent.Name}] command = [\"…\"].");
        }

        var program = request.Agent.Command[0];
        var path = environment.GetValueOrDefault("PATH") ?? request.Environment.GetValueOrDefault("PATH") ?? "";
        return ExecutableSearch.Find(program, path, request.Worktree) is not null
            ? new LaunchPlan(adapter.Command(request), environment, null)
            : Problem($"{program} is not installed: slot {request.Slot.Id} cannot start its agent '{request.Agent.Name}'.", adapter.InstallHint(program));

        LaunchPlan Problem(string problem, string hint) => LaunchPlan.Notice(problem, $"{hint}\nThen: fleet restart {request.Slot.Id}", environment);
    }

    /// <summary>The fleet's own variables win over the account's, the account's over the agent's.</summary>
    private static SortedDictionary<string, string> Additions(LaunchRequest request, IAgentAdapter adapter)
    {
        var additions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(request.Agent.Environment);
        if (request.Account is { } account)
        {
            if (adapter.AccountVariable is { } variable && account.ConfigDirectory.Length > 0)
            {
                additions[variable] = HomeDirectory.Expand(account.ConfigDirectory, request.Environment);
            }

            Add(account.Environment);
        }

        additions["FLEET_SLOT"] = request.Slot.Id;
        additions["FLEET_URL"] = request.Url;
        additions["FLEET_TOKEN"] = request.Token;
        if (request.Role is { } role)
        {
            additions["FLEET_ROLE"] = role.Name;
        }

        return additions;

        void Add(IReadOnlyDictionary<string, string> variables)
        {
            foreach (var (name, value) in variables)
            {
                additions[name] = value;
            }
        }
    }
}
