namespace FleetTui.Git.Remotes;

/// <summary>Reads <c>git ls-remote --symref REMOTE HEAD refs/heads/*</c>.</summary>
public static class RemoteHeadsParser
{
    public static RemoteAnswer.Heads Parse(string text)
    {
        const string Prefix = "refs/heads/";
        string? defaultBranch = null;
        var branches = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0)
                continue;
            var (value, name) = (line[..tab], line[(tab + 1)..]);
            if (value.StartsWith("ref: " + Prefix, StringComparison.Ordinal) && name == "HEAD")
                defaultBranch = value[("ref: " + Prefix).Length..];
            else if (name.StartsWith(Prefix, StringComparison.Ordinal))
                branches[name[Prefix.Length..]] = value;
        }

        return new RemoteAnswer.Heads(defaultBranch, branches);
    }
}
