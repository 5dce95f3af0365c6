using System.Globalization;
using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Graphs;

namespace FleetTui.Migrations.Repair;

/// <summary>Makes what a slot added follow the end of what is there, and gives Django's files a number behind it.</summary>
internal sealed class GraphRepair(MigrationRules rules, IGraphReader graph, TimeProvider time)
{
    /// <summary>More forks than one slot ever makes.</summary>
    private const int MostRounds = 100;

    public RepairPlan Plan(string slot, MigrationInputs inputs)
    {
        var texts = inputs.Texts.ToDictionary();
        var steps = new List<RepairStep.Rewrite>();
        var check = new MigrationCheck(rules, time);
        List<string> left = [];
        for (var round = 0; round < MostRounds; round++)
        {
            var findings = check.Run(inputs with { Texts = texts }).Where(finding => finding.Slot == slot).ToList();
            left = [.. findings.Select(static finding => finding.Message)];
            if (findings.Select(finding => Follow(slot, finding, texts)).FirstOrDefault(static step => step is not null) is not { } step) break;
            texts[(slot, step.Path)] = step.Change(texts[(slot, step.Path)])!;
            steps.Add(step);
        }

        var (renames, references) = rules.Grammar.Name == "django" ? Numbered(slot, inputs, texts, [.. steps.Select(static step => step.Path)]) : ([], []);
        var names = renames.ToDictionary(static rename => rename.From, static rename => rename.To, StringComparer.Ordinal);
        return new([.. renames, .. steps.Concat(references).Select(step => step with { Path = names.GetValueOrDefault(step.Path, step.Path) })], left, []);
    }

    private RepairStep.Rewrite? Follow(string slot, MigrationFinding finding, Dictionary<(string Slot, string Path), string> texts)
    {
        if (finding is not { Kind: MigrationFindingKind.Heads, Suggestion: { } head } || graph.Read(finding.Path, texts[(slot, finding.Path)]) is not { Follows: [var from, ..] } node || from == head) return null;
        return new(finding.Path, $"what it follows from {from} to {head}", text => graph.Instead(text, node.Space, from, head));
    }

    /// <summary>Django's numbers mean nothing to it, but everything to people: one past what is followed.</summary>
    private (List<RepairStep.Rename> Renames, List<RepairStep.Rewrite> References) Numbered(
        string slot, MigrationInputs inputs, Dictionary<(string Slot, string Path), string> texts, HashSet<string> changed)
    {
        var own = inputs.Changes.Where(change => change.Slot == slot && change.Kind == MigrationChangeKind.Added && texts.ContainsKey((slot, change.Path)))
            .Select(change => (change.Path, Node: graph.Read(change.Path, texts[(slot, change.Path)])))
            .Where(static one => one.Node is not null)
            .ToList();
        var renames = new List<RepairStep.Rename>();
        var references = new List<RepairStep.Rewrite>();
        var newNames = new Dictionary<(string, string), string>();
        var open = own.Where(one => changed.Contains(one.Path)).ToList();
        while (open.Count > 0)
        {
            var (path, node) = open[0];
            open.RemoveAt(0);
            var behind = node!.Follows.Select(id => Number(newNames.GetValueOrDefault((node.Space, id), id))).Max();
            foreach (var parent in node.Follows.Where(id => newNames.ContainsKey((node.Space, id))))
                references.Add(new(path, $"what it follows from {parent} to {newNames[(node.Space, parent)]}", text => graph.Instead(text, node.Space, parent, newNames[(node.Space, parent)])));
            if (behind is { } && Number(node.Id) is { } number && number <= behind)
            {
                var name = (behind.Value + 1).ToString("0000", CultureInfo.InvariantCulture) + node.Id[node.Id.IndexOf('_', StringComparison.Ordinal)..];
                if (!newNames.TryAdd((node.Space, node.Id), name)) continue;
                renames.Add(new(path, path[..(path.LastIndexOf('/') + 1)] + name + ".py"));
                open.AddRange(own.Where(one => one.Node!.Space == node.Space && one.Node.Follows.Contains(node.Id)));
            }
        }

        return (renames, references);
    }

    private static int? Number(string id) => id.IndexOf('_', StringComparison.Ordinal) is > 0 and < 9 and var end && int.TryParse(id[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
