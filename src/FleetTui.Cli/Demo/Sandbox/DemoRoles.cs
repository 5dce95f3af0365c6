namespace FleetTui.Cli.Demo.Sandbox;

/// <summary>The roles and slots of the demo: the table of a real fleet of twelve.</summary>
internal static class DemoRoles
{
    /// <param name="Folders">Its domain: everything below these.</param>
    internal sealed record Role(string Name, string Title, params string[] Folders);

    internal sealed record Slot(string Id, string Label, string Role, string Branch);

    public static IReadOnlyList<Role> Roles { get; } =
    [
        new("flutter-ui", "Flutter UI + Edge Functions", "lib", "supabase/functions"),
        new("docs-video", "Docs + video pipeline", "docs", "video"),
        new("workflow-health", "Workflow health", "workflows"),
        new("blog", "Blog dispatch", "blog"),
        new("ai-university", "AI University content", "university"),
        new("competitors", "Competitor data", "data/competitors"),
        new("ef-auth", "EF integration + auth guard", "integration", "auth"),
        new("horse-racing", "Horse-racing pipeline", "racing"),
        new("research", "Cross-cutting research + fix PRs", "research"),
        new("ops", "CI / sync / ops assist", "ops", "tools"),
        new("localization", "Localization", "l10n"),
        new("design-system", "Design system", "design"),
    ];

    public static IReadOnlyList<Slot> Slots { get; } =
    [
        new("vscode", "VSCode", "flutter-ui", "claude/vscode-wip"),
        new("win", "Windows", "docs-video", "claude/win-wip"),
        new("ps1", "PS#1", "workflow-health", "claude/ps1-wip"),
        new("ps2", "PS#2", "blog", "claude/ps2-wip"),
        new("ps3", "PS#3", "ai-university", "claude/ps3-wip"),
        new("ps4", "PS#4", "competitors", "claude/ps4-wip"),
        new("ps5", "PS#5", "ef-auth", "claude/ps5-wip"),
        new("ps6", "PS#6", "horse-racing", "claude/ps6-wip"),
        new("free1", "Free#1", "", "claude/free1-wip"),
        new("free2", "Free#2", "", "claude/free2-wip"),
        new("codex1", "Codex#1", "research", "codex/codex1-wip"),
        new("codex2", "Codex#2", "ops", "codex/codex2-wip"),
    ];
}
