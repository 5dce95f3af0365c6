namespace FleetTui.Configuration.Editing;

/// <summary>A slot's table as it was taken out of <c>roles.toml</c>.</summary>
/// <param name="Lines">Whole lines, its comments among them.</param>
/// <param name="Before">The slot it stood before; null when it was the last.</param>
public sealed record RemovedSlot(string Lines, string? Before);
