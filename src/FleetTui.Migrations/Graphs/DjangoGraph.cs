namespace FleetTui.Migrations.Graphs;

/// <summary>Django: <c>dependencies = [("app", "0001_initial"), …]</c>; the application is the directory that holds <c>migrations</c>.</summary>
internal sealed class DjangoGraph : IGraphReader
{
    public string ManyHeads => "Django refuses to migrate (Conflicting migrations detected; multiple leaf nodes)";

    public GraphNode? Read(string path, string text)
    {
        if (PythonSource.Assigned(text, "dependencies") is not { } dependencies) return null;
        var parts = path.Split('/');
        var app = parts.Length >= 3 ? parts[^3] : "";
        var named = dependencies.Groups.Where(static pair => pair.Count == 2).Select(static pair => (Space: pair[0].Text, Id: pair[1].Text)).Where(static pair => !pair.Id.StartsWith("__", StringComparison.Ordinal)).ToList();
        return new(app, Path.GetFileNameWithoutExtension(parts[^1]), [.. named.Where(pair => pair.Space == app).Select(static pair => pair.Id)], [.. named.Where(pair => pair.Space != app)]);
    }

    public string? Instead(string text, string space, string from, string to)
    {
        var pair = PythonSource.Assigned(text, "dependencies")?.Groups.FirstOrDefault(pair => pair.Count == 2 && pair[0].Text == space && pair[1].Text == from);
        return pair is null ? null : string.Concat(text.AsSpan(0, pair[1].At), to, text.AsSpan(pair[1].At + from.Length));
    }

    public string Says(string space, string id) => $"dependencies = [(\"{space}\", \"{id}\")]";
}
