using System.Globalization;

namespace FleetTui.Landing.Gates;

/// <summary>Holds a slot that adds a file larger than <c>landing.max-file-size</c>: once in history it stays there for everyone.</summary>
public sealed class SizeGate(GateRules rules) : IGate
{
    public string Name => "size";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation)
    {
        var most = rules.Landing.MaximumFileBytes;
        if (most <= 0) return [];
        var added = (from slot in train.Slots
                     from commit in slot.Commits
                     from change in commit.Changes
                     where change.Status != 'D' && !change.IsSubmodule
                     select (slot.Slot.Id, change.Path, change.NewId)).ToList();
        var ids = added.Select(one => one.NewId).Distinct(StringComparer.Ordinal).ToList();
        var headers = await train.Repository.Objects.HeadersAsync(ids, cancellation).ConfigureAwait(false);
        var large = headers.OfType<Git.Trees.ObjectHeader>().Where(header => header.Size > most).ToDictionary(header => header.Id, header => header.Size, StringComparer.Ordinal);
        return [.. from one in added
                   where large.ContainsKey(one.NewId)
                   group one by one.Id into slot
                   let first = slot.First()
                   select new GateFinding(
                       slot.Key,
                       $"{first.Path} has {Megabytes(large[first.NewId])}, more than {Megabytes(most)} may have (landing.max-file-size): take it out of the commit that adds it.",
                       [.. slot.Select(one => one.Path).Distinct(StringComparer.Ordinal)]) { Fix = "take it out of the commit that adds it" }];
    }

    private static string Megabytes(long bytes) =>
        bytes < 1 << 20 ? string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB");
}
