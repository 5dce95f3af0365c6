using FleetTui.Agents.State;
using FleetTui.Agents.Transcripts;
using FleetTui.Configuration;

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

    /// <summary>A file in which the program keeps its state, absolute; null when it has none. Its content comes as <see cref="AgentSignal.StatusFile"/>.</summary>
    /// <param name="environment">What the agent inherits.</param>
    string? StatusFile(AgentDefinition agent, AccountDefinition? account, IReadOnlyDictionary<string, string> environment, int pid) => null;

    SignalReading Read(AgentSignal signal);

    /// <summary>How the program writes its transcript; null when it keeps none.</summary>
    ITranscriptFormat? TranscriptFormat => null;

    /// <summary>The transcript of the conversation that an agent is in, absolute; null when there is none (yet).</summary>
    string? Transcript(TranscriptSearch search) => null;

    /// <summary>The model's larger context was asked for.</summary>
    bool HasExtendedContext(TranscriptSearch search) => false;
}
