using FleetTui.Agents.State;

namespace FleetTui.Agents.Launch;

/// <summary>One kind of agent program: how it is launched, and what its signals mean.</summary>
public interface IAgentAdapter
{
    /// <summary>How to install it, for the user who has not.</summary>
    string InstallHint(string program);

    /// <summary>The command line for this slot, the definition's own arguments first.</summary>
    IReadOnlyList<string> Command(LaunchRequest request);

    /// <summary>The variable that names the account's directory; null when the program has none.</summary>
    string? AccountVariable { get; }

    SignalReading Read(AgentSignal signal);
}
