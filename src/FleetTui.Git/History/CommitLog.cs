using System.Globalization;
using FleetTui.Git.Running;

namespace FleetTui.Git.History;

/// <summary>Lists commits. The order is by topology, parents first: a commit's date says nothing (clocks are skewed, agents amend).</summary>
public sealed class CommitLog(GitRunner git)
{
    private const string Format = "--format=%H%x1f%P%x1f%T%x1f%an%x1f%ae%x1f%at %ad%x1f%cn%x1f%ce%x1f%ct %cd%x1f%s%x1f%(trailers:only,unfold)%x1f%B";

    /// <summary>Commits reachable from <paramref name="from"/> and not from <paramref name="notFrom"/>, parents first.</summary>
    public async Task<IReadOnlyList<CommitInfo>> ListAsync(IReadOnlyList<string> from, IReadOnlyList<string> notFrom, CancellationToken cancellation)
    {
        if (from.Count == 0)
            return [];
        return Parse(await git.TextAsync(List(from, notFrom), cancellation).ConfigureAwait(false));
    }

    /// <summary>The newest commits of a reference, newest first.</summary>
    public async Task<IReadOnlyList<CommitInfo>> NewestAsync(string from, int most, CancellationToken cancellation) =>
        Parse(await git.TextAsync(Base().With($"--max-count={most}", "--end-of-options", from, "--"), cancellation).ConfigureAwait(false));

    /// <summary>Only their ids.</summary>
    /// <inheritdoc cref="ListAsync" path="/summary"/>
    public async Task<IReadOnlyList<string>> IdsAsync(IReadOnlyList<string> from, IReadOnlyList<string> notFrom, CancellationToken cancellation) =>
        Lines(await git.TextAsync(GitCommand.Read("rev-list", "--topo-order", "--reverse", "--no-merges", "--stdin").Fed(string.Concat(from.Select(static f => f + "\n")) + string.Concat(notFrom.Select(static n => $"^{n}\n"))), cancellation).ConfigureAwait(false));

    /// <summary>Commits of <paramref name="of"/> that <paramref name="tip"/> has neither themselves nor as another commit with the same patch (git-log(1), --cherry-pick); merges are passed over.</summary>
    public async Task<IReadOnlyList<string>> UnlikeAsync(string tip, string of, CancellationToken cancellation) =>
        Lines(await git.TextAsync(GitCommand.Read("rev-list", "--right-only", "--cherry-pick", "--no-merges", $"{tip}...{of}", "--"), cancellation).ConfigureAwait(false));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Patch id of each commit that has one (merges and empty commits do not): equal for the same change wherever it is applied.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PatchIdsAsync(IEnumerable<string> commits, CancellationToken cancellation)
    {
        var ids = string.Concat(commits.Select(static c => c + "\n"));
        if (ids.Length == 0)
            return new Dictionary<string, string>();
        var patches = await git.BytesAsync(GitCommand.Read("diff-tree", "--stdin", "-p", "--no-ext-diff", "--no-textconv").Fed(ids), cancellation).ConfigureAwait(false);
        var text = await git.TextAsync(GitCommand.Read("patch-id", "--stable").Fed(patches), cancellation).ConfigureAwait(false);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => l.Split(' ')).ToDictionary(static p => p[1], static p => p[0], StringComparer.Ordinal);
    }

    /// <summary>What a merge commit holds beyond what git merges by itself: empty for a clean merge, whose second parent's commits say it all.</summary>
    public async Task<string> RemergeDifferenceAsync(string merge, CancellationToken cancellation) =>
        await git.TextAsync(GitCommand.Write("show", "--remerge-diff", "--format=", "--no-ext-diff", "--no-textconv", merge), cancellation).ConfigureAwait(false);

    public static GitCommand List(IReadOnlyList<string> from, IReadOnlyList<string> notFrom) =>
        Base().With("--topo-order", "--reverse", "--stdin").Fed(string.Concat(from.Select(static f => f + "\n")) + string.Concat(notFrom.Select(static n => $"^{n}\n")));

    /// <summary>The user's log.* settings must not change what is read.</summary>
    private static GitCommand Base() =>
        GitCommand.Read("log", "-z", "--no-show-signature", "--no-mailmap", "--no-notes", "--no-color", "--encoding=UTF-8", "--date=format:%z", Format);

    internal static IReadOnlyList<CommitInfo> Parse(string text) =>
        [.. text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(One)];

    private static CommitInfo One(string record)
    {
        var fields = record.Split('\x1f', 12);
        return new CommitInfo(
            fields[0],
            fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            fields[2],
            new Signature(fields[3], fields[4], Date(fields[5])),
            new Signature(fields[6], fields[7], Date(fields[8])),
            fields[9],
            fields[11],
            [.. fields[10].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => l.Split(": ", 2)).Where(static p => p.Length == 2).Select(static p => new Trailer(p[0], p[1]))]);
    }

    /// <summary><c>1700000000 +0530</c>. git lets through dates and zones that .NET has no place for; those become the nearest it has.</summary>
    private static DateTimeOffset Date(string text)
    {
        var parts = text.Split(' ');
        var seconds = Math.Clamp(long.TryParse(parts[0], CultureInfo.InvariantCulture, out var s) ? s : 0, -62_135_596_800 + 86_400, 253_402_300_799 - 86_400);
        var zone = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var z) ? z : 0;
        var minutes = Math.Clamp((zone / 100 * 60) + (zone % 100), -14 * 60, 14 * 60);
        return DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromMinutes(minutes));
    }
}
