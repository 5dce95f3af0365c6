namespace FleetTui.Cli.Connecting;

/// <summary>How this very program is started again.</summary>
internal static class Executable
{
    private static readonly string Process = Environment.ProcessPath ?? throw new InvalidOperationException("the program's own path is unknown");

    public static string Path => Process;

    /// <summary>Only when it runs as <c>dotnet fleet.dll</c>: the assembly.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
        System.IO.Path.GetFileNameWithoutExtension(Process) == "dotnet" ? [typeof(Executable).Assembly.Location] : [];
}
