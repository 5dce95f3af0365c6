namespace FleetTui.Agents.Transcripts;

/// <summary>What a piece of a conversation is.</summary>
public enum EntryKind
{
    /// <summary>The user's words.</summary>
    Prompt,

    /// <summary>The agent's words.</summary>
    Answer,

    /// <summary>A tool that the agent called, in one line.</summary>
    ToolCall,

    /// <summary>What the tool gave back, shortened.</summary>
    ToolResult,

    /// <summary>What happened to the conversation itself: compacted, interrupted, an error of the service.</summary>
    Note,
}
