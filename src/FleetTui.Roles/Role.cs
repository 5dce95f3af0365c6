namespace FleetTui.Roles;

/// <summary>A named domain of work.</summary>
public sealed record Role(string Name, string Title, Domain Domain);
