namespace FleetTui.Cli.Demo.Sandbox;

/// <summary>Points this process, and so everything it starts, at the sandbox and away from the user's files.</summary>
internal static class SandboxEnvironment
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Enter(string root)
    {
        foreach (var (variable, folder) in Folders)
        {
            var place = Path.Combine(root, folder);
            Directory.CreateDirectory(place, Private);
            Environment.SetEnvironmentVariable(variable, place);
        }

        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfElsewhere).ToList())
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable("GIT_CONFIG_GLOBAL", "/dev/null");
        Environment.SetEnvironmentVariable("GIT_CONFIG_SYSTEM", "/dev/null");
        Environment.SetEnvironmentVariable("GIT_CONFIG_NOSYSTEM", "1");
        Environment.SetEnvironmentVariable("PATH", $"{SandboxPrograms.Folder(root)}:{Environment.GetEnvironmentVariable("PATH")}");
    }

    private static readonly (string Variable, string Folder)[] Folders =
    [
        ("HOME", "home"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_RUNTIME_DIR", "run"),
    ];

    /// <summary>What a slot or a git hook around us has set: it would lead to another repository, or speak for another slot.</summary>
    private static bool IsOfElsewhere(string name) =>
        name.StartsWith("GIT_", StringComparison.Ordinal) || name is "FLEET_SLOT" or "FLEET_TOKEN" or "FLEET_URL" or "FLEET_ROLE" or "EMAIL";
}
