using FleetTui.Agents.Launch;
using FleetTui.Agents.State;
using FleetTui.Agents.Transcripts;
using FleetTui.Storage;

namespace FleetTui.Daemon.Slots;

/// <content>The transcript of the conversation that the slot's agent is in.</content>
internal sealed partial class SlotSupervisor
{
    /// <summary>Programs make the file some time after the first prompt: until it is there it is sought with whatever is heard, this far apart.</summary>
    private static readonly TimeSpan BetweenSearches = TimeSpan.FromSeconds(2);

    private readonly SlotTranscriptFile transcript;
    private (int? Pid, AgentActivity Activity, string StatusFile)? sought;
    private DateTimeOffset soughtAt;

    // What the process that runs wrote last into its status file.
    private string statusContent = "";

    /// <summary>Sought anew when the agent's state changed, or what it says of itself: then the conversation may be another one.</summary>
    private void FollowTranscript()
    {
        var now = (pid, watch.State.Activity, statusContent);
        if (Agent is not { } agent || (sought == now && (pid is null || transcript.Path is not null || Now - soughtAt < BetweenSearches)))
        {
            return;
        }

        if (pid is null)
        {
            transcript.Leave();
        }
        else if (sought?.Pid != pid)
        {
            transcript.Forget();
        }

        (sought, soughtAt) = (now, Now);
        if (pid is not null || transcript.Path is null)
        {
            var account = around.Configuration().Accounts.GetValueOrDefault(slot.Account);
            var running = pid is not null;
            transcript.Find(
                AgentAdapters.For(agent),
                new TranscriptSearch(agent, account, around.Inherited, around.Worktree(slot), Conversation(), running ? statusContent : "", running ? startedAt : null),
                running);
        }
    }

    private string Conversation()
    {
        try
        {
            return around.Conversation(Id);
        }
        catch (StorageException)
        {
            // The transcript is not found then, or by the program's own word.
            return "";
        }
    }
}
