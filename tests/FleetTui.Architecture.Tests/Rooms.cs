using System.Xml.Linq;

namespace FleetTui.Architecture.Tests;

/// <summary>The projects under src, what each may refer to, and where the sources are.</summary>
internal static class Rooms
{
    /// <summary>Each room with the rooms below it that it may use: the arrows of docs/architecture.md.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Terminal"] = [],
        ["TerminalHost"] = ["Terminal"],
        ["Configuration"] = [],
        ["Processes"] = [],
        ["Storage"] = [],
        ["Api"] = [],
        ["Git"] = ["Processes"],
        ["Roles"] = ["Configuration", "Storage"],
        ["Migrations"] = ["Configuration", "Storage"],
        ["Landing"] = ["Configuration", "Git", "Migrations", "Processes", "Roles", "Storage"],
        ["Agents"] = ["Configuration", "Processes", "Roles", "Storage"],
        ["Coordination"] = ["Agents", "Storage"],
        ["Daemon"] = ["Agents", "Api", "Configuration", "Coordination", "Git", "Landing", "Migrations", "Processes", "Roles", "Storage", "Terminal", "TerminalHost"],
        ["Console"] = ["Api", "Terminal", "TerminalHost"],
    };

    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Names() =>
        Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(d => Path.GetFileName(d)["FleetTui.".Length..]);

    public static IReadOnlyList<string> ProjectReferences(string room) =>
        [.. XDocument.Load(Path.Combine(Root, "src", $"FleetTui.{room}", $"FleetTui.{room}.csproj"))
            .Descendants("ProjectReference")
            .Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value)["FleetTui.".Length..])];

    public static IEnumerable<string> Sources(string top) =>
        Directory.EnumerateFiles(Path.Combine(Root, top), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "FleetTui.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("FleetTui.sln is not above the tests.");
        }

        return directory;
    }
}
