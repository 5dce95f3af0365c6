namespace FleetTui.Git.Trees;

/// <summary>Reads <c>git diff-tree -r -z --raw</c>, with or without <c>--stdin</c> (git-diff-tree(1), "Raw output format").</summary>
public static class RawDifferenceParser
{
    /// <summary>Changes by commit id; without <c>--stdin</c> all are under the empty string.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<TreeChange>> Parse(string text)
    {
        var all = new Dictionary<string, IReadOnlyList<TreeChange>>(StringComparer.Ordinal);
        List<TreeChange>? current = null;
        var records = text.Split('\0');
        for (var i = 0; i < records.Length; i++)
        {
            var record = records[i];
            if (record.Length == 0)
                continue;
            if (record[0] != ':')
            {
                current = Begin(record.Trim('\n'));
                continue;
            }

            var fields = record[1..].Split(' ');
            if (fields.Length != 5 || i + 1 == records.Length)
                continue;
            (current ?? Begin("")).Add(new TreeChange(fields[0], fields[1], fields[2], fields[3], fields[4][0], records[++i]));
            current ??= (List<TreeChange>)all[""];
        }

        return all;

        List<TreeChange> Begin(string key)
        {
            var list = new List<TreeChange>();
            all[key] = list;
            return list;
        }
    }
}
