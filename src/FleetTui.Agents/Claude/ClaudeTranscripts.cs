using System.Text.Json;
using FleetTui.Agents.Transcripts;

namespace FleetTui.Agents.Claude;

/// <summary>Where Claude Code writes its transcripts: <c>projects/CWD/SESSION.jsonl</c> in the configuration directory; CWD with every character that is no letter or digit as '-'.</summary>
internal static class ClaudeTranscripts
{
    /// <summary>Longer names of a project are cut here and get a hash of the program's own behind them.</summary>
    private const int LongestName = 200;

    public static string Path(string directory, string workingDirectory, string session)
    {
        var name = string.Concat(workingDirectory.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var projects = System.IO.Path.Combine(directory, "projects");
        if (name.Length > LongestName && Directory.Exists(projects))
        {
            var file = $"{session}.jsonl";
            return Directory.EnumerateDirectories(projects, $"{name[..LongestName]}*").Select(project => System.IO.Path.Combine(project, file)).FirstOrDefault(File.Exists)
                ?? System.IO.Path.Combine(projects, name, file);
        }

        return System.IO.Path.Combine(projects, name, $"{session}.jsonl");
    }

    /// <summary>The transcript of the conversation the program says it is in (after <c>/clear</c> it is another than it was started with), else of the one it was started with.</summary>
    public static string? Find(TranscriptSearch search)
    {
        var (session, workingDirectory) = Session(search.StatusFile) ?? (search.Conversation, search.Worktree);
        if (session.Length == 0 || session.Contains('/', StringComparison.Ordinal))
        {
            return null;
        }

        var path = Path(ClaudeDirectory.Of(search.Agent, search.Account, search.Environment), workingDirectory, session);
        return File.Exists(path) ? path : null;
    }

    /// <summary>The user asked for a context of a million tokens, as far as command and environment tell.</summary>
    public static bool IsExtended(TranscriptSearch search) =>
        search.Agent.Command.Any(Asks) || Asks(search.Account?.Environment.GetValueOrDefault(ModelVariable) ?? search.Agent.Environment.GetValueOrDefault(ModelVariable) ?? search.Environment.GetValueOrDefault(ModelVariable) ?? "");

    private const string ModelVariable = "ANTHROPIC_MODEL";

    private static bool Asks(string model) => model.EndsWith("[1m]", StringComparison.OrdinalIgnoreCase);

    private static (string Session, string WorkingDirectory)? Session(string statusFile)
    {
        if (statusFile.Length == 0)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(statusFile);
            var (session, directory) = (document.RootElement.Text("sessionId"), document.RootElement.Text("cwd"));
            return session.Length > 0 && directory.Length > 0 ? (session, directory) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
