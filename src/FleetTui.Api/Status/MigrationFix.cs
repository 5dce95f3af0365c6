namespace FleetTui.Api.Status;

/// <summary>What mending a slot's migrations came to: <c>fleet migration fix --json</c>, <c>POST /api/migrations/fix</c>.</summary>
/// <param name="DryRun">True: nothing was touched.</param>
/// <param name="Done">Clauses in order: <c>renamed A to B, staged</c>.</param>
/// <param name="Left">Sentences: what is wrong still and has to be mended by hand.</param>
public sealed record MigrationFix(string Slot, bool DryRun, IReadOnlyList<string> Done, IReadOnlyList<string> Left);
