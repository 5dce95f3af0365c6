using FleetTui.Agents.State;

namespace FleetTui.Agents.Launch;

/// <summary>Any program: it is run as written, and believed when it reports its state by a standard.</summary>
internal sealed class CommandAdapter : IAgentAdapter
{
    public string? AccountVariable => null;

    public string InstallHint(string program) => $"Install {program}, or change the agent's command in fleet.toml.";

    public IReadOnlyList<string> Command(LaunchRequest request) => request.Agent.Command;

    public SignalReading Read(AgentSignal signal) => CommonReading.Read(signal);
}
