using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Graphs;

namespace FleetTui.Migrations.Checking;

/// <summary>
/// One look at all files of a tool whose migrations name those they follow. What a slot adds must come behind an end of what is there, or join ends; else the tool
/// finds several ends and refuses. Commits of all slots come before files that are only written, as in the inputs.
/// </summary>
internal sealed class GraphCheck(MigrationRules rules, IGraphReader reader, FindingDrafts drafts)
{
    private sealed record Vertex(GraphNode Node, KnownMigration File)
    {
        public (string, string) Key => (Node.Space, Node.Id);

        public IEnumerable<(string, string)> Parents => Node.Follows.Select(id => (Node.Space, id));
    }

    private readonly Dictionary<(string Space, string Id), Vertex> known = [];
    private readonly HashSet<(string Space, string Id)> rejected = [];
    private readonly Dictionary<string, List<Vertex>> heads = new(StringComparer.Ordinal);

    public void Run(IReadOnlyList<KnownMigration> main, MigrationInputs inputs)
    {
        Main([.. main.Select(file => Read(file, inputs)).OfType<Vertex>()]);
        var added = new List<Vertex>();
        var renames = new Lazy<RenamedMigrations>(() => new(rules, inputs.Changes));
        foreach (var change in inputs.Changes)
        {
            if (MigrationReader.Read(rules, change.Path, change.Slot, change.Committed) is not { } file) continue;
            if (change.Kind == MigrationChangeKind.Added && Read(file, inputs) is { } vertex) added.Add(vertex);
            if (change.Kind != MigrationChangeKind.Added && rules.Locate(change.Path) is var (_, relative) && rules.Grammar.Read(relative) is GrammarReading.File landed)
                drafts.Edited(change, landed, change.Kind == MigrationChangeKind.Deleted ? renames.Value.Of(change.Slot, landed) : null);
        }

        var everywhere = added.GroupBy(static one => one.Key).ToDictionary(static group => group.Key, static group => group.First());
        foreach (var group in added.GroupBy(static one => (one.File.Slot, one.File.Committed))) Together([.. group], everywhere);
    }

    private Vertex? Read(KnownMigration file, MigrationInputs inputs) =>
        inputs.Texts.TryGetValue((file.Slot, file.Path), out var text) && reader.Read(file.Path, text) is { } node ? new(node, file) : null;

    private void Main(List<Vertex> vertices)
    {
        foreach (var vertex in vertices)
            if (!known.TryAdd(vertex.Key, vertex)) Twice(vertex, known[vertex.Key]);
        var followed = vertices.SelectMany(static one => one.Parents).ToHashSet();
        foreach (var vertex in known.Values.Where(one => !followed.Contains(one.Key))) HeadsOf(vertex.Node.Space).Add(vertex);
        foreach (var (space, ends) in heads.Where(static pair => pair.Value.Count > 1))
            drafts.Graph(MigrationFindingKind.Heads, ends[1].File, ends[0].File, $"{Of(space)}{string.Join(" and ", ends.Select(static end => end.File.Path))} are {ends.Count} ends on main; {reader.ManyHeads}", null, holds: false);
    }

    /// <summary>What one slot committed, or only wrote: it may fork and join within itself.</summary>
    private void Together(List<Vertex> group, Dictionary<(string, string), Vertex> everywhere)
    {
        var before = heads.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToList(), StringComparer.Ordinal);
        var own = group.Select(static one => one.Key).ToHashSet();
        var forks = new List<Vertex>();
        var sound = new List<Vertex>();
        foreach (var vertex in InOrder(group))
        {
            var ends = HeadsOf(vertex.Node.Space);
            if (known.TryGetValue(vertex.Key, out var other))
            {
                Twice(vertex, other);
                rejected.Add(vertex.Key);
            }
            else if (vertex.Parents.Any(rejected.Contains))
            {
                rejected.Add(vertex.Key); // its cause is told
            }
            else if (vertex.Parents.Concat(vertex.Node.Needs.Where(need => heads.ContainsKey(need.Space))).Where(parent => !known.ContainsKey(parent)).Select(static parent => ((string Space, string Id)?)parent).FirstOrDefault() is { } missing)
            {
                rejected.Add(vertex.Key);
                var waits = everywhere.TryGetValue(missing, out var unlanded) && !own.Contains(missing);
                drafts.Graph(MigrationFindingKind.Graph, vertex.File, waits ? unlanded!.File : null, waits ? $"{vertex.File.Described} follows {unlanded!.File.Described}, which has not landed yet" : $"{vertex.File.Described} follows {missing.Id}, which is nowhere", null);
            }
            else
            {
                if (!vertex.Parents.Any(parent => ends.Any(end => end.Key == parent)) && ends.Count > 0) forks.Add(vertex);
                ends.RemoveAll(end => vertex.Parents.Contains(end.Key));
                ends.Add(vertex);
                known.Add(vertex.Key, vertex);
                sound.Add(vertex);
            }
        }

        foreach (var space in forks.Select(static one => one.Node.Space).Distinct(StringComparer.Ordinal).ToList())
        {
            var were = before.GetValueOrDefault(space) ?? [];
            if (HeadsOf(space).Count <= Math.Max(1, were.Count)) continue; // it joined what it forked
            var undone = Descendants(forks, sound.Where(one => one.Node.Space == space));
            rejected.UnionWith(undone);
            foreach (var key in undone) known.Remove(key);
            Rebuild(space, were, sound.Where(one => one.Node.Space == space && !undone.Contains(one.Key)));
            foreach (var fork in forks.Where(one => one.Node.Space == space)) Forked(fork, HeadsOf(space));
        }
    }

    private void Twice(Vertex vertex, Vertex other) => drafts.Graph(
        MigrationFindingKind.Duplicate, vertex.File, other.File, $"{vertex.File.Described} is {vertex.Node.Id}, as {other.File.Described} is; {rules.Grammar.Habits.Duplicates}", null);

    private void Forked(Vertex fork, List<Vertex> ends)
    {
        var rival = known.Values.FirstOrDefault(one => one.Key != fork.Key && one.Parents.Intersect(fork.Parents).Any()) ?? ends.LastOrDefault();
        var behind = fork.Node.Follows.Count > 0 ? $"follows {string.Join(" and ", fork.Node.Follows)}, as {rival?.File.Described} does" : $"follows nothing, as {rival?.File.Described} is there already";
        var follow = ends.LastOrDefault()?.Node.Id;
        drafts.Graph(MigrationFindingKind.Heads, fork.File, rival?.File, $"{Of(fork.Node.Space)}{fork.File.Described} {behind}; {reader.ManyHeads}{(follow is null ? "" : $"; make it follow {follow}: {reader.Says(fork.Node.Space, follow)}")}", follow);
    }

    private void Rebuild(string space, List<Vertex> were, IEnumerable<Vertex> sound)
    {
        var ends = heads[space] = [.. were];
        foreach (var vertex in sound)
        {
            ends.RemoveAll(end => vertex.Parents.Contains(end.Key));
            ends.Add(vertex);
        }
    }

    private static HashSet<(string, string)> Descendants(List<Vertex> forks, IEnumerable<Vertex> inOrder)
    {
        var undone = forks.Select(static one => one.Key).ToHashSet();
        foreach (var vertex in inOrder)
            if (vertex.Parents.Any(undone.Contains)) undone.Add(vertex.Key);
        return undone;
    }

    /// <summary>Those that are followed first; those in a circle as they come.</summary>
    private static List<Vertex> InOrder(List<Vertex> group)
    {
        var ordered = new List<Vertex>();
        var left = new List<Vertex>(group);
        while (left.Count > 0)
        {
            var keys = left.Select(static one => one.Key).ToHashSet();
            var ready = left.Where(one => !one.Parents.Any(keys.Contains)).ToList();
            if (ready.Count == 0) ready = [left[0]];
            ordered.AddRange(ready);
            left.RemoveAll(ready.Contains);
        }

        return ordered;
    }

    private static string Of(string space) => space.Length == 0 ? "" : $"{space}: ";

    private List<Vertex> HeadsOf(string space) => heads.TryGetValue(space, out var ends) ? ends : heads[space] = [];
}
