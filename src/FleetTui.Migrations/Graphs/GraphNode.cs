namespace FleetTui.Migrations.Graphs;

/// <summary>A migration that names those it follows.</summary>
/// <param name="Space">Names are unique within it: Django's application; "" for Alembic.</param>
/// <param name="Id">Alembic's revision, Django's file name without <c>.py</c>.</param>
/// <param name="Follows">Of the same space, those it comes after; none: it is a root.</param>
/// <param name="Needs">Of other spaces, those that must be there.</param>
public sealed record GraphNode(string Space, string Id, IReadOnlyList<string> Follows, IReadOnlyList<(string Space, string Id)> Needs);
