namespace FleetTui.Git.Status;

/// <summary>Reads <c>git status --porcelain=v2 --branch -z</c> (git-status(1), "Porcelain Format Version 2").</summary>
public static class StatusParser
{
    /// <summary>What the text says; unknown headers and lines are skipped, as the format asks.</summary>
    public static (string? Head, string? Branch, IReadOnlyList<StatusChange> Changes) Parse(string text)
    {
        string? head = null, branch = null;
        var changes = new List<StatusChange>();
        var records = text.Split('\0');
        for (var i = 0; i < records.Length; i++)
        {
            var record = records[i];
            if (record.Length < 2)
                continue;
            switch (record[0])
            {
                case '#' when record.StartsWith("# branch.oid ", StringComparison.Ordinal):
                    head = record["# branch.oid ".Length..] is var id && id != "(initial)" ? id : null;
                    break;
                case '#' when record.StartsWith("# branch.head ", StringComparison.Ordinal):
                    branch = record["# branch.head ".Length..] is var name && name != "(detached)" ? name : null;
                    break;
                case '1':
                    Add(StatusChangeKind.Changed, record, fieldsBeforePath: 8, from: null);
                    break;
                case '2':
                    Add(StatusChangeKind.Renamed, record, fieldsBeforePath: 9, from: i + 1 < records.Length ? records[++i] : null);
                    break;
                case 'u':
                    Add(StatusChangeKind.Unmerged, record, fieldsBeforePath: 10, from: null);
                    break;
                case '?':
                    changes.Add(new StatusChange(StatusChangeKind.Untracked, '?', '?', record[2..], null));
                    break;
            }
        }

        return (head, branch, changes);

        void Add(StatusChangeKind kind, string record, int fieldsBeforePath, string? from)
        {
            // The path is the last field and may hold spaces itself.
            var fields = record.Split(' ', fieldsBeforePath + 1);
            if (fields.Length == fieldsBeforePath + 1 && fields[1].Length == 2)
                changes.Add(new StatusChange(kind, fields[1][0], fields[1][1], fields[^1], from));
        }
    }
}
