namespace FleetTui.EndToEnd.Tests.Harness;

/// <summary>The program as a user gets it: built by <c>scripts/fleet</c>, once for all tests.</summary>
public sealed class BuiltFleet : IAsyncLifetime
{
    private static readonly TimeSpan BuildPatience = TimeSpan.FromMinutes(10);

    /// <summary>The checkout's root.</summary>
    public static string Checkout { get; } = FindCheckout();

    public static string Script => Path.Combine(Checkout, "scripts", "fleet");

    /// <summary>The built executable; a link's target, so that a rebuild while tests run changes nothing under them.</summary>
    public static string Executable { get; private set; } = "";

    /// <summary>Where the runtime is, when the executable does not find it by itself.</summary>
    public static string? DotnetRoot { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var run = await ProgramRun.OfAsync(Script, ["--version"], Checkout, new Dictionary<string, string>(), BuildPatience);
        Assert.True(run.Code == 0, $"scripts/fleet does not build:\n{run.Output}{run.Error}");
        var build = new DirectoryInfo(Path.Combine(Checkout, ".build", "current")).ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        Executable = Path.Combine(build, "fleet");
        var root = Path.Combine(build, ".dotnet-root");
        DotnetRoot = File.Exists(root) ? (await File.ReadAllTextAsync(root)).Trim() : Environment.GetEnvironmentVariable("DOTNET_ROOT");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string FindCheckout()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "FleetTui.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("FleetTui.sln is not above the tests");
        }

        return directory;
    }
}
