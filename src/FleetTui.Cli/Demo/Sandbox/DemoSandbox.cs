using FleetTui.Configuration;
using FleetTui.Configuration.Trust;
using FleetTui.Git.Running;
using FleetTui.Processes;

namespace FleetTui.Cli.Demo.Sandbox;

/// <summary>
/// The throw-away world of <c>fleet demo</c>: a bare origin, a clone with the fleet's files, and a home, state and runtime directory of its own, so that nothing of the
/// user's is read or written. While it lives, <see cref="Claim"/> is held; a sandbox whose claim is free was left by a demo that was killed.
/// </summary>
internal sealed class DemoSandbox : IDisposable
{
    public const string DirectoryPrefix = "fleet-demo-";

    /// <summary>A longer temporary directory would push a socket's path over the 107 bytes that the system allows.</summary>
    private const int LongestParent = 40;

    private readonly FileLock _claim;

    private DemoSandbox(string root, FileLock claim)
    {
        Root = root;
        _claim = claim;
    }

    public string Root { get; }

    public string Origin => Path.Combine(Root, "origin.git");

    public string Hub => Path.Combine(Root, "hub");

    /// <summary>One file per slot: the names of the changes it has committed.</summary>
    public string Ledger => Path.Combine(Root, "ledger");

    public static string Parent => Path.GetTempPath() is { Length: <= LongestParent } usual ? usual : "/tmp";

    public static string Claim(string root) => Path.Combine(root, "claim");

    /// <summary>Makes it and points this process's environment at it.</summary>
    /// <param name="brisk">The agents hurry, as tests want it.</param>
    /// <param name="fleet">The command that is fleet itself.</param>
    public static async Task<DemoSandbox> CreateAsync(bool brisk, IReadOnlyList<string> fleet, DateTimeOffset now, CancellationToken cancellation)
    {
        var root = Directory.CreateDirectory(Path.Combine(Parent, DirectoryPrefix + Guid.NewGuid().ToString("N")[..8]), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        var sandbox = new DemoSandbox(root, FileLock.TryAcquire(Claim(root)) ?? throw new InvalidOperationException($"{root} is taken"));
        SandboxEnvironment.Enter(root);
        SandboxPrograms.Write(root, fleet);
        await sandbox.FillAsync(brisk, cancellation);
        sandbox.Trust(now);
        return sandbox;
    }

    /// <summary>Tells the agents to finish what they do and begin nothing.</summary>
    public void AskAgentsToFinish() => File.WriteAllText(Path.Combine(Root, "stop"), "");

    /// <summary>How many agents have finished.</summary>
    public int Finished() =>
        Directory.Exists(Path.Combine(Root, "finished")) ? Directory.GetFiles(Path.Combine(Root, "finished")).Length : 0;

    public void Dispose() => _claim.Dispose();

    private async Task FillAsync(bool brisk, CancellationToken cancellation)
    {
        foreach (var (path, content) in SandboxFiles.All(Root, brisk))
        {
            var file = Path.Combine(Hub, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, content, cancellation);
        }

        var git = new GitRunner(GitSettings.Default, Hub);
        await git.TextAsync(GitCommand.Write("init", "-q", "--bare", "-b", "main", Origin), cancellation);
        await git.TextAsync(GitCommand.Write("init", "-q", "-b", "main", "."), cancellation);
        foreach (var (key, value) in Settings)
        {
            await git.TextAsync(GitCommand.Write("config", key, value), cancellation);
        }

        await git.TextAsync(GitCommand.Write("add", "-A"), cancellation);
        await git.TextAsync(GitCommand.Write("commit", "-q", "-m", "Begin the demo"), cancellation);
        await git.TextAsync(GitCommand.Write("remote", "add", "origin", Origin), cancellation);
        await git.TextAsync(GitCommand.Network("push", "-q", "-u", "origin", "main"), cancellation);
        await git.TextAsync(GitCommand.Write("remote", "set-head", "origin", "main"), cancellation);
    }

    /// <summary>In the sandbox's own trust file: the user's is not touched.</summary>
    private void Trust(DateTimeOffset now)
    {
        var read = ConfigurationLoader.Load(Hub);
        var configuration = read.Configuration ?? throw new InvalidOperationException(string.Join('\n', read.Errors));
        TrustStore.Of(Environment.GetEnvironmentVariable).Trust(Path.Combine(Hub, ".git"), configuration, now);
    }

    private static readonly (string Key, string Value)[] Settings =
    [
        ("user.name", "Demo agent"),
        ("user.email", "agent@demo.invalid"),
        ("commit.gpgsign", "false"),
        ("gc.auto", "0"),
    ];
}
