namespace FleetTui.Migrations.Graphs;

/// <summary>Alembic: <c>revision = "…"</c> and <c>down_revision = "…"</c>, <c>None</c> or a tuple of several, at the top of each file.</summary>
internal sealed class AlembicGraph : IGraphReader
{
    public string ManyHeads => "Alembic refuses to upgrade to head (Multiple head revisions are present)";

    public GraphNode? Read(string path, string text) =>
        PythonSource.Assigned(text, "revision")?.Strings.FirstOrDefault() is { Text.Length: > 0 } revision
            ? new("", revision.Text, [.. (PythonSource.Assigned(text, "down_revision")?.Strings ?? []).Select(static parent => parent.Text)], [])
            : null;

    public string? Instead(string text, string space, string from, string to)
    {
        if (PythonSource.Assigned(text, "down_revision")?.Strings.FirstOrDefault(parent => parent.Text == from) is not { } parent) return null;
        var changed = string.Concat(text.AsSpan(0, parent.At), to, text.AsSpan(parent.At + from.Length));
        return changed.Replace($"Revises: {from}", $"Revises: {to}", StringComparison.Ordinal); // the template's docstring
    }

    public string Says(string space, string id) => $"down_revision = \"{id}\"";
}
