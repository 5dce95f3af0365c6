using FleetTui.Api;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Configuration;
using FleetTui.Configuration.Trust;
using FleetTui.Processes;
using FleetTui.TerminalHost.Client;
using FleetTui.Testing;

namespace FleetTui.Daemon.Tests;

/// <summary>A repository with a bare origin, its fleet's files, and an environment of its own; ends its host, and so every agent, when disposed.</summary>
internal sealed class FleetWorld : IAsyncDisposable
{
    public const string TwoSlots = """
        shared = ["shared/**"]
        # the roles
        [[role]]
        name = "blog"
        domain = ["blog/**"]
        [[role]]
        name = "docs"
        domain = ["docs/**"]
        [[slot]]
        id = "ps1"
        role = "blog"  # writes
        agent = "work"
        branch = "wip/ps1"
        worktree = "slots/ps1"
        [[slot]]
        id = "ps2"
        agent = "work"
        branch = "wip/ps2"
        worktree = "slots/ps2"
        """;

    private readonly TemporaryDirectory directory = new();

    private FleetWorld()
    {
    }

    public string Root => directory["repository"];

    public FleetPaths Paths => FleetPaths.For(Path.Combine(Root, ".git"), Environment.GetValueOrDefault, TerminalHost.Server.SocketPlace.UserId());

    public FleetApiClient Api => field ??= new FleetApiClient(Paths.DaemonSocket);

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!,
        ["HOME"] = directory["home"],
        ["XDG_STATE_HOME"] = directory["state"],
        ["XDG_RUNTIME_DIR"] = directory["run"],
        ["DOTNET_ROOT"] = System.Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="agent">The shell script that is the agent <c>work</c>.</param>
    public static async Task<FleetWorld> CreateAsync(string agent, string roles = TwoSlots, string more = "", bool trusted = true)
    {
        var world = new FleetWorld();
        foreach (var name in new[] { "home", "state", "run", "repository" })
        {
            Directory.CreateDirectory(world.directory[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await world.GitAsync("init", "--quiet", "--bare", "--initial-branch=main", world.directory["origin.git"]);
        await world.GitAsync("init", "--quiet", "--initial-branch=main");
        await world.GitAsync("config", "user.name", "Test");
        await world.GitAsync("config", "user.email", "test@example.invalid");
        File.WriteAllText(world["README"], "hello\n");
        File.WriteAllText(world["work.sh"], agent);
        File.WriteAllText(world["fleet.toml"], $"""
            [agents.work]
            command = ["/bin/sh", "{world["work.sh"]}"]
            restart = "on-crash"
            {more}
            """);
        File.WriteAllText(world["roles.toml"], roles);
        await world.GitAsync("add", "-A");
        await world.GitAsync("commit", "--quiet", "-m", "first");
        await world.GitAsync("remote", "add", "origin", world.directory["origin.git"]);
        await world.GitAsync("push", "--quiet", "-u", "origin", "main");
        if (trusted)
        {
            world.Trust();
        }

        return world;
    }

    public string this[string relative] => Path.Combine(Root, relative);

    public void Trust() =>
        TrustStore.Of(Environment.GetValueOrDefault).Trust(Paths.CommonDirectory, ConfigurationLoader.Load(Root, Environment["HOME"]).Configuration!, TimeProvider.System.GetUtcNow());

    public Task<string> GitAsync(params string[] arguments) => GitInAsync(Root, arguments);

    public static async Task<string> GitInAsync(string where, params string[] arguments)
    {
        var result = await new Command("git", arguments) { WorkingDirectory = where }.RunAsync(Cancellation);
        return result.Succeeded ? result.OutputText.Trim() : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {result.ErrorText}");
    }

    /// <summary>git in the bare origin.</summary>
    public Task<string> OriginAsync(params string[] arguments) => GitInAsync(directory["origin.git"], arguments);

    /// <summary>Writes a file in a worktree and commits it.</summary>
    /// <param name="verify">Whether the commit hooks have a say; without them what is not the slot's reaches the gate.</param>
    public async Task CommitAsync(string worktree, string path, bool verify = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(this[worktree], path))!);
        File.WriteAllText(Path.Combine(this[worktree], path), "x\n");
        await GitInAsync(this[worktree], "add", "-A");
        await GitInAsync(this[worktree], ["commit", "--quiet", .. verify ? Array.Empty<string>() : ["--no-verify"], "-m", path]);
    }

    /// <summary>A daemon in this process.</summary>
    public RunningDaemon Start() => new(this);

    /// <summary>A daemon in a process of its own.</summary>
    public DetachedProcess StartProcess()
    {
        var command = new Command(System.Environment.ProcessPath!, "daemon", Root) { Environment = Environment.ToDictionary(pair => pair.Key, pair => (string?)pair.Value) };
        return DetachedProcess.Start(command, directory["daemon.log"]);
    }

    /// <summary>Waits until the status, now or later, is as wanted. The hang guard tells the last one.</summary>
    public async Task<FleetStatus> UntilAsync(Func<FleetStatus, bool> wanted)
    {
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        guard.CancelAfter(TimeSpan.FromSeconds(60));
        FleetStatus? last = null;
        while (true)
        {
            try
            {
                await foreach (var update in Api.StreamAsync(guard.Token))
                {
                    last = update.Status ?? last;
                    if (update.Status is { } status && wanted(status))
                    {
                        return status;
                    }
                }
            }
            catch (FleetApiException error) when (error.ExitCode == 3)
            {
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException(
                    $"It never became so; the last status: {last}, slots: {string.Join("; ", last?.Slots.Select(slot => slot.ToString()) ?? [])}; {(File.Exists(directory["daemon.log"]) ? File.ReadAllText(directory["daemon.log"]) : "")}");
            }

            await Task.Delay(50, Cancellation);
        }
    }

    public Task<FleetStatus> UntilAsync(string slot, Func<SlotStatus, bool> wanted) => UntilAsync(status => status.Slots.Any(one => one.Id == slot && wanted(one)));

    /// <summary>Waits until so many events of a kind have been logged; the last of them.</summary>
    public async Task<LogEntry> UntilLoggedAsync(string kind, int count = 1)
    {
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        guard.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var found = (await Api.LogAsync(0, 1000, guard.Token)).Where(entry => entry.Kind == kind).ToList();
            if (found.Count >= count)
            {
                return found[count - 1];
            }

            await Task.Delay(50, guard.Token);
        }
    }

    public Task<TerminalHostClient> HostAsync() => TerminalHostClient.ConnectAsync(Paths.HostSocket, Cancellation);

    /// <summary>Ends the terminal host, and so every agent.</summary>
    public async Task EndHostAsync()
    {
        try
        {
            await using var host = await TerminalHostClient.ConnectAsync(Paths.HostSocket, CancellationToken.None);

            // Its end may come before its answer.
            await host.ShutdownAsync(CancellationToken.None);
            await host.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (IOException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await EndHostAsync();
        directory.Dispose();
    }
}
