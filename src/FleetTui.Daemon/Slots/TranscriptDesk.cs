using FleetTui.Agents.Launch;
using FleetTui.Agents.Transcripts;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Configuration;

namespace FleetTui.Daemon.Slots;

/// <summary>Reads stretches of slots' transcripts for those who want to read back.</summary>
internal sealed class TranscriptDesk(Func<FleetConfiguration> configuration)
{
    public SlotTranscript Read(SlotSnapshot slot, TranscriptQuery query)
    {
        var id = slot.Slot.Id;
        if (!configuration().Agents.TryGetValue(slot.Slot.Agent, out var agent) || AgentAdapters.For(agent).TranscriptFormat is not { } format)
        {
            throw new FleetApiException(1, $"The agent of slot {id} ({slot.Slot.Agent}) writes no transcript that fleet can read; claude and codex do.");
        }

        if (slot.Transcript is not { } path)
        {
            throw new FleetApiException(1, $"Slot {id} has no transcript yet: its agent begins one with the first prompt.");
        }

        try
        {
            var page = query.After is { } after ? TranscriptPages.After(path, format, after, query.Most) : TranscriptPages.Before(path, format, query.Before, query.Most);
            return new SlotTranscript(
                id,
                path,
                [.. page.Entries.Select(one => new SaidEntry(Word(one.Entry.Kind), one.Entry.At, one.Entry.Text, one.Entry.Sidechain))],
                page.Start > 0 ? page.Start : null,
                page.End,
                page.Malformed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FleetApiException(1, $"The transcript of slot {id} cannot be read: {error.Message}", error);
        }
    }

    private static string Word(EntryKind kind) => kind switch
    {
        EntryKind.Prompt => "prompt",
        EntryKind.Answer => "answer",
        EntryKind.ToolCall => "tool",
        EntryKind.ToolResult => "result",
        _ => "note",
    };
}
