namespace FleetTui.Configuration.Init;

/// <summary>A slot of the fleet that <c>fleet init</c> proposes.</summary>
internal sealed record ProposedSlot(string Id, string Label, string Agent, string Role)
{
    public static IReadOnlyList<ProposedSlot> All { get; } =
    [
        new("vscode", "VSCode", "claude", "flutter-ui"),
        new("win", "Windows", "claude", "docs-video"),
        new("ps1", "PS#1", "claude", "workflow-health"),
        new("ps2", "PS#2", "claude", "blog"),
        new("ps3", "PS#3", "claude", "ai-university"),
        new("ps4", "PS#4", "claude", "competitors"),
        new("ps5", "PS#5", "claude", "ef-auth"),
        new("ps6", "PS#6", "claude", "horse-racing"),
        new("free1", "Free#1", "claude", ""),
        new("free2", "Free#2", "claude", ""),
        new("codex1", "Codex#1", "codex", "research"),
        new("codex2", "Codex#2", "codex", "ops"),
    ];

    public string Worktree => $"{FleetProposal.WorktreeDirectory}/instance-{Id}";

    public string Branch => $"{Agent}/{Id}-wip";
}
