using FleetTui.Console.Keys;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost;
using FleetTui.TerminalHost.Client;
using FleetTui.Testing;

namespace FleetTui.Console.Tests.EndToEnd;

/// <summary>The real console in a real pseudo-terminal. One host holds both: the fleet's panes, and the terminal that the console runs in.</summary>
internal sealed class ConsoleInTerminal : IAsyncDisposable
{
    private const string Outer = "outer";

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory _directory = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<int> _server;

    private ConsoleInTerminal()
    {
        Socket = _directory["host.sock"];
        _server = Task.Run(() => HostProgram.RunAsync(Socket, TimeProvider.System, _stop.Token));
    }

    public string Socket { get; }

    public ITerminalHost Host { get; private set; } = null!;

    /// <summary>The terminal that the console draws on.</summary>
    public IPaneView Terminal { get; private set; } = null!;

    public static async Task<ConsoleInTerminal> StartAsync(int columns, int rows, params (string Name, string Value)[] environment)
    {
        var console = new ConsoleInTerminal();
        console.Host = await console.ConnectAsync();
        foreach (var pane in new[] { "vscode", "win", "ps1" })
        {
            await console.Host.StartAsync(new PaneStart(pane, ["/bin/sh", "-c", $"echo this is {pane}; exec cat -v"], "/", Variables(), 80, 24, 1000), CancellationToken.None);
        }

        var variables = Variables();
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        await console.Host.StartAsync(new PaneStart(Outer, [Environment.ProcessPath!, "--console", console.Socket], "/", variables, columns, rows, 100), CancellationToken.None);
        console.Terminal = await console.Host.WatchAsync(Outer, CancellationToken.None);
        return console;
    }

    public async Task PressAsync(string keys)
    {
        foreach (var spelling in keys.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var stroke = KeyStroke.Parse(spelling);
            await Host.KeyAsync(Outer, new KeyEvent(stroke.Key, stroke.Rune, stroke.Modifiers), CancellationToken.None);
        }
    }

    public Task ResizeAsync(int columns, int rows) => Host.ResizeAsync(Outer, columns, rows, CancellationToken.None);

    /// <summary>Waits until a pane's screen is as wanted; fails with what it is.</summary>
    public async Task<string> UntilAsync(Func<string, bool> wanted, string pane = Outer)
    {
        using var guard = new CancellationTokenSource(Guard);
        var screen = "";
        while (true)
        {
            screen = string.Join('\n', (await Host.CaptureAsync(pane, 0, CancellationToken.None)).Lines);
            if (wanted(screen))
            {
                return screen;
            }

            Assert.False(guard.IsCancellationRequested, $"waited in vain; {pane} shows:\n{screen}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public async Task<PaneInfo> EndedAsync()
    {
        using var guard = new CancellationTokenSource(Guard);
        while (true)
        {
            var info = (await Host.ListAsync(CancellationToken.None)).Single(pane => pane.Pane == Outer);
            if (info.Life != PaneLife.Running)
            {
                return info;
            }

            Assert.False(guard.IsCancellationRequested, "the console did not end");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.ShutdownAsync(CancellationToken.None);
        await Host.DisposeAsync();
        await _stop.CancelAsync();
        await _server;
        _stop.Dispose();
        _directory.Dispose();
    }

    internal static Dictionary<string, string> Variables() => new()
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
        ["HOME"] = "/",
        ["LANG"] = "C.UTF-8",
        ["TERM"] = "xterm-256color",
        ["DOTNET_ROOT"] = Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "",
    };

    private async Task<ITerminalHost> ConnectAsync()
    {
        using var guard = new CancellationTokenSource(Guard);
        while (true)
        {
            try
            {
                return await TerminalHostClient.ConnectAsync(Socket, guard.Token);
            }
            catch (Exception notYet) when (notYet is IOException or System.Net.Sockets.SocketException && !_server.IsCompleted)
            {
                await Task.Delay(20, guard.Token);
            }
        }
    }
}
