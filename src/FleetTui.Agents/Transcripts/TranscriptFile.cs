using Microsoft.Win32.SafeHandles;

namespace FleetTui.Agents.Transcripts;

/// <summary>Opens transcripts so that their writers are not disturbed.</summary>
internal static class TranscriptFile
{
    /// <summary>Bytes before a position by which the file is known again.</summary>
    private const int Marked = 256;

    /// <summary>The mark of a position with nothing before it: FNV's offset basis.</summary>
    public const ulong NoBytes = 14_695_981_039_346_656_037UL;

    /// <exception cref="IOException">It cannot be read; not found is one of its kinds.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public static SafeFileHandle Open(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public static TranscriptPosition PositionAt(SafeFileHandle file, long offset)
    {
        Span<byte> before = stackalloc byte[(int)Math.Min(Marked, offset)];
        var read = RandomAccess.Read(file, before, offset - before.Length);
        return new TranscriptPosition(offset, Hash(before[..read]));
    }

    /// <summary>FNV-1a, 64 bits: not against enemies, only to know bytes again.</summary>
    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = NoBytes;
        foreach (var one in bytes)
        {
            hash = unchecked((hash ^ one) * 1_099_511_628_211UL);
        }

        return hash;
    }
}
