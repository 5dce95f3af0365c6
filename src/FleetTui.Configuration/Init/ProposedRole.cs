namespace FleetTui.Configuration.Init;

/// <summary>A role of the fleet that <c>fleet init</c> proposes.</summary>
/// <param name="Places">Directories and files it tends to own; those that exist become its domain.</param>
/// <param name="Fallback">Its domain where none of them exists.</param>
internal sealed record ProposedRole(string Name, string Title, string Prompt, IReadOnlyList<string> Places, IReadOnlyList<string> Fallback)
{
    public static IReadOnlyList<ProposedRole> All { get; } =
    [
        new("flutter-ui", "Flutter UI + Edge Functions", "You build the app's screens and the Edge Functions behind them.",
            ["lib", "test", "web", "android", "ios", "macos", "linux", "windows", "assets", "supabase/functions", "pubspec.yaml", "pubspec.lock", "src", "app", "packages", "tests", "public"],
            ["lib/**", "supabase/functions/**"]),
        new("docs-video", "Docs + video pipeline", "You keep the documentation true and the video pipeline running.",
            ["docs", "doc", "video", "videos"], ["docs/**", "video/**"]),
        new("workflow-health", "Workflow health", "You keep the workflows green: find what is flaky, slow or broken, and repair it.",
            [".github", "workflows"], [".github/**"]),
        new("blog", "Blog dispatch", "You write blog posts and dispatch them.",
            ["blog", "articles", "posts"], ["blog/**"]),
        new("ai-university", "AI University content", "You write and revise the AI University's lessons.",
            ["university", "courses", "content"], ["university/**"]),
        new("competitors", "Competitor data", "You gather and check the data on competitors.",
            ["data/competitors", "competitors"], ["data/competitors/**"]),
        new("ef-auth", "EF integration + auth guard", "You integrate the Edge Functions and guard that nothing is reached without authorization.",
            ["integration", "integration_test", "auth", "supabase/tests"], ["integration/**", "auth/**"]),
        new("horse-racing", "Horse-racing pipeline", "You run the horse-racing pipeline: fetch, clean, predict, check.",
            ["racing", "horse_racing", "horse-racing", "data/racing"], ["racing/**"]),
        new("research", "Cross-cutting research + fix PRs", "You look into questions that cut across the code, and fix what nobody owns. Where a role owns a file, write down what to do there instead.",
            [], []),
        new("ops", "CI / sync / ops assist", "You help with CI, synchronisation and operations.",
            ["ops", "ci", ".ci", "scripts", "tools", "tool", "deploy", "infra"], ["ops/**"]),
    ];

    /// <summary>Its domain in this repository.</summary>
    public IReadOnlyList<string> Domain(TrackedTree tree)
    {
        List<string> found = [.. Places.Where(tree.HasDirectory).Select(place => place + "/**"), .. Places.Where(tree.HasFile).Select(file => "/" + file)];
        return found.Count > 0 ? found : Fallback;
    }
}
