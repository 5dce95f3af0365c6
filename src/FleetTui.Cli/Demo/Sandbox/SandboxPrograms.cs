using System.Reflection;

namespace FleetTui.Cli.Demo.Sandbox;

/// <summary>The programs of the sandbox: the scripted agent, and fleet itself under its name, on the agents' PATH.</summary>
internal static class SandboxPrograms
{
    public const string Agent = "agent.sh";

    public static string Folder(string root) => Path.Combine(root, "bin");

    public static void Write(string root, IReadOnlyList<string> fleet)
    {
        var folder = Directory.CreateDirectory(Folder(root)).FullName;
        Write(Path.Combine(folder, "fleet"), $"#!/bin/sh\nexec {string.Join(' ', fleet.Select(Quoted))} \"$@\"\n");
        using var script = Assembly.GetExecutingAssembly().GetManifestResourceStream(Agent) ?? throw new InvalidOperationException("the demo's agent is missing from the build");
        using var reader = new StreamReader(script);
        Write(Path.Combine(folder, Agent), reader.ReadToEnd());
    }

    private static void Write(string path, string content)
    {
        File.WriteAllText(path, content);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
