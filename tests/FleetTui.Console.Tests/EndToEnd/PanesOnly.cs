using FleetTui.TerminalHost;
using FleetTui.TerminalHost.Client;
using FleetTui.Testing;

namespace FleetTui.Console.Tests.EndToEnd;

/// <summary>A host with one pane for consoles that run in terminals of their own.</summary>
internal sealed class PanesOnly : IAsyncDisposable
{
    /// <summary>With a colour, an underline and a link that not every terminal has.</summary>
    private const string Script = @"echo this is vscode; printf '\033[38;2;1;200;3;4:3m\033]8;;https://example.org/\033\\in all colours\033]8;;\033\\\033[m\n'; exec cat";

    private readonly TemporaryDirectory _directory = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<int> _server;

    private PanesOnly() => _server = HostProgram.RunAsync(Socket, TimeProvider.System, _stop.Token);

    public string Socket => _directory["host.sock"];

    public static async Task<PanesOnly> StartAsync()
    {
        var panes = new PanesOnly();
        await using var host = await TerminalHostClient.ConnectAsync(panes.Socket, TestContext.Current.CancellationToken);
        await host.StartAsync(new PaneStart("vscode", ["/bin/sh", "-c", Script], "/", ConsoleInTerminal.Variables(), 80, 24, 1000), CancellationToken.None);
        return panes;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsCompleted)
        {
            return;
        }

        await _stop.CancelAsync();
        await _server;
        _stop.Dispose();
        _directory.Dispose();
    }
}
