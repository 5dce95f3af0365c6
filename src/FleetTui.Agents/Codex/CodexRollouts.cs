using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using FleetTui.Agents.Transcripts;

namespace FleetTui.Agents.Codex;

/// <summary>
/// Finds the rollout of a running Codex: <c>sessions/YYYY/MM/DD/rollout-TIME-ID.jsonl</c>, made with the first prompt. Nothing names the process, so it is the newest one
/// that an interactive Codex wrote for this working directory since the process started; a slot has a worktree of its own. A resumed conversation goes on in its old file.
/// </summary>
internal sealed class CodexRollouts
{
    /// <summary>No more files than this are looked at, the newest by name first.</summary>
    private const int Most = 500;

    /// <summary>A first line is not read any further; it holds the model's instructions.</summary>
    private const int Head = 256 * 1024;

    /// <summary>File clocks and ours differ by a tick.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>Path → the working directory its first line names; empty for one that no user sits at. A first line never changes.</summary>
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    public string? Find(TranscriptSearch search)
    {
        var sessions = Path.Combine(CodexDirectory.Of(search), "sessions");
        var since = search.Since is { } started ? (started - Slack).UtcDateTime : DateTime.MinValue;
        try
        {
            return Newest(sessions)
                .Take(Most)
                .Select(path => (Path: path, Written: File.GetLastWriteTimeUtc(path)))
                .Where(file => file.Written >= since && WorkingDirectory(file.Path) == search.Worktree)
                .OrderByDescending(file => file.Written)
                .FirstOrDefault().Path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Newest(string sessions) =>
        from year in Descending(sessions)
        from month in Descending(year)
        from day in Descending(month)
        from file in Directory.EnumerateFiles(day, "rollout-*.jsonl").OrderDescending(StringComparer.Ordinal)
        select file;

    private static IEnumerable<string> Descending(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateDirectories(directory).OrderDescending(StringComparer.Ordinal) : [];

    private string WorkingDirectory(string path)
    {
        if (!known.TryGetValue(path, out var directory) && Read(path) is { } read)
        {
            known[path] = directory = read;
        }

        return directory ?? "";
    }

    /// <summary>Null while the first line is not whole.</summary>
    private static string? Read(string path)
    {
        var block = ArrayPool<byte>.Shared.Rent(Head);
        try
        {
            using var file = TranscriptFile.Open(path);
            var read = RandomAccess.Read(file, block.AsSpan(0, Head), 0);
            var end = block.AsSpan(0, read).IndexOf((byte)'\n');
            if (end < 0)
            {
                return read == Head ? "" : null;
            }

            using var document = JsonDocument.Parse(block.AsMemory(0, end));
            var payload = document.RootElement.Member("payload");
            return payload?.Text("source") is not ("exec" or "mcp" or "") && payload?.Text("thread_source") is not "subagent" ? payload?.Text("cwd") ?? "" : "";
        }
        catch (JsonException)
        {
            return "";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
