namespace FleetTui.Agents.Transcripts;

/// <summary>How one program writes its transcript: JSON objects, one a line, only ever appended.</summary>
public interface ITranscriptFormat
{
    /// <summary>What a whole line says, without its line feed; null when it is malformed. Needs nothing of the lines before it, so that reading can begin anywhere.</summary>
    TranscriptRecord? Read(ReadOnlyMemory<byte> line);
}
