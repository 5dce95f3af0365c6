namespace FleetTui.Migrations;

/// <summary>Either rules, or every problem as one sentence, never both.</summary>
public sealed record MigrationRulesReading(MigrationRules? Rules, IReadOnlyList<string> Problems);
