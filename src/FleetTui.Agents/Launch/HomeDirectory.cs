namespace FleetTui.Agents.Launch;

/// <summary><c>~</c> and <c>~/…</c> in a configured path.</summary>
internal static class HomeDirectory
{
    public static string Expand(string path, IReadOnlyDictionary<string, string> environment) =>
        path != "~" && !path.StartsWith("~/", StringComparison.Ordinal) || !environment.TryGetValue("HOME", out var home)
            ? path
            : home + path[1..];
}
