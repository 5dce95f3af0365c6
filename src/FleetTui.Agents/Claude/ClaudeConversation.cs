using FleetTui.Agents.Launch;

namespace FleetTui.Agents.Claude;

/// <summary>The flags with which Claude Code goes on with a conversation, or begins it under an id of ours.</summary>
internal static class ClaudeConversation
{
    private static readonly string[] Own = ["--resume", "-r", "--continue", "-c", "--session-id", "--print", "-p"];

    /// <summary>None when the user's own command says which conversation, or runs none.</summary>
    public static IReadOnlyList<string> Flags(LaunchRequest request)
    {
        if (request.Conversation.Length == 0 || request.Agent.Command.Any(word => Own.Contains(word, StringComparer.Ordinal)))
        {
            return [];
        }

        // --resume of a conversation in which nothing was said yet fails: its transcript is only written with the first prompt.
        var transcript = ClaudeTranscripts.Path(ClaudeDirectory.Of(request.Agent, request.Account, request.Environment), request.Worktree, request.Conversation);
        return File.Exists(transcript) ? ["--resume", request.Conversation] : ["--session-id", request.Conversation];
    }
}
