using FleetTui.Agents.Launch;
using FleetTui.Agents.Transcripts;
using FleetTui.Configuration;
using FleetTui.Coordination.Events;
using FleetTui.Daemon.Landing;
using FleetTui.Daemon.Live;
using FleetTui.Git;
using FleetTui.Git.Running;
using FleetTui.Landing.Unattended;

namespace FleetTui.Daemon.Slots;

/// <summary>Commits a slot's work when its agent has finished a turn, where <c>commit-on-stop</c> says so, and tells what was left and why.</summary>
internal sealed class TurnCommitDesk(Repository repository, Func<ConfigurationSnapshot> current, EventLog log, BackgroundWork background)
{
    /// <summary>Entries of a transcript looked at for the last words: many tools may have been called after them.</summary>
    private const int Looked = 50;

    private const int MostNamed = 3;

    /// <summary>Returns at once.</summary>
    public void TurnEnded(SlotSnapshot slot)
    {
        if (Wants(current().Configuration, slot.Slot.Id))
        {
            background.Run($"commit of {slot.Slot.Id}", token => CommitAsync(slot, token));
        }
    }

    private static bool Wants(FleetConfiguration now, string id) => now.Slots.FirstOrDefault(slot => slot.Id == id) is { } slot && (slot.CommitOnStop ?? now.Landing.CommitOnStop);

    private async Task CommitAsync(SlotSnapshot ended, CancellationToken cancellation)
    {
        var now = current();
        var id = ended.Slot.Id;
        if (LaneComposition.Slots(now.Configuration, repository.Root).FirstOrDefault(slot => slot.Id == id) is not { } place
            || now.Configuration.Slots.FirstOrDefault(slot => slot.Id == id) is not { } slot)
        {
            return;
        }

        try
        {
            var title = now.Configuration.Roles.FirstOrDefault(role => role.Name == slot.Role)?.Title ?? "";
            var message = TurnMessage.Of(LastWords(ended, now.Configuration), now.Configuration.Landing.CommitMessage, slot, title);
            Tell(id, message, await TurnCommit.RunAsync(repository, place, now.Roles, message, now.Configuration.Landing.MaximumFileBytes, cancellation));
        }
        catch (Exception error) when (error is GitException or IOException or UnauthorizedAccessException)
        {
            log.Append("slot.not-committed", id, $"Slot {id}: what its agent did was not committed: {error.Message}");
        }
    }

    private void Tell(string id, string message, TurnCommitResult result)
    {
        switch (result)
        {
            case TurnCommitResult.Committed done:
                log.Append("slot.committed", id, $"Slot {id}: its agent finished a turn; {done.Paths} {(done.Paths == 1 ? "path" : "paths")} committed as {done.Commit[..8]}: {message.Split('\n')[0]}.{Left(done.Left)}");
                break;
            case TurnCommitResult.Nothing { Left.Count: > 0 } nothing:
                log.Append("slot.not-committed", id, $"Slot {id}: its agent finished a turn; nothing of what it changed is its own.{Left(nothing.Left)}");
                break;
            case TurnCommitResult.NotNow refused:
                log.Append("slot.not-committed", id, $"Slot {id}: its agent finished a turn; its work stays uncommitted: {refused.Reason}");
                break;
        }
    }

    private static string Left(IReadOnlyList<string> left) =>
        left.Count == 0 ? "" : $" Not committed: {string.Join("; ", left.Take(MostNamed))}{(left.Count > MostNamed ? $" and {left.Count - MostNamed} more" : "")}.";

    /// <summary>Null when there is no transcript, or nothing in its last entries.</summary>
    private static string? LastWords(SlotSnapshot ended, FleetConfiguration now)
    {
        if (ended.Transcript is not { } path || !now.Agents.TryGetValue(ended.Slot.Agent, out var agent) || AgentAdapters.For(agent).TranscriptFormat is not { } format)
        {
            return null;
        }

        try
        {
            var page = TranscriptPages.Before(path, format, null, Looked);
            return page.Entries.Select(one => one.Entry).LastOrDefault(entry => entry is { Kind: EntryKind.Answer, Sidechain: false })?.Text;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
