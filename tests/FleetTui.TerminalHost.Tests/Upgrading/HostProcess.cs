using System.Collections;
using System.Diagnostics;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Panes;
using FleetTui.Testing;

namespace FleetTui.TerminalHost.Tests.Upgrading;

/// <summary>A host in a process of its own, which can become another program; gone with all its panes at the end of the test.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly List<IAsyncDisposable> _opened = [];
    private readonly Process _process;

    private HostProcess()
    {
        var start = new ProcessStartInfo(Program, ["host", "--socket", SocketPath]) { RedirectStandardInput = true };
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
    }

    /// <summary>This very program, which is also a host.</summary>
    public static string Program => Environment.ProcessPath!;

    public string SocketPath => _directory["run/host.sock"];

    public int ProcessId => _process.Id;

    public string this[string relative] => _directory[relative];

    public TerminalHostClient Host { get; private set; } = null!;

    public static async Task<HostProcess> StartAsync()
    {
        var host = new HostProcess();
        host.Host = await host.ConnectAsync();
        return host;
    }

    public async Task<TerminalHostClient> ConnectAsync()
    {
        using var hang = new CancellationTokenSource(HostFixture.Hang);
        while (true)
        {
            try
            {
                var client = await TerminalHostClient.ConnectAsync(SocketPath, hang.Token);
                _opened.Add(client);
                return client;
            }
            catch (IOException) when (!_process.HasExited)
            {
                await Task.Delay(10, hang.Token);
            }
        }
    }

    /// <summary>Becomes this program again, or another.</summary>
    public Task<HostIdentity> UpgradeAsync(string? program = null, bool loseScreens = false) =>
        HostControl.UpgradeAsync(SocketPath, [program ?? Program], Variables(), loseScreens, TestContext.Current.CancellationToken);

    public Task<HostIdentity> IdentifyAsync() => HostControl.IdentifyAsync(SocketPath, TestContext.Current.CancellationToken);

    public Task<PaneInfo> RunAsync(string pane, string script, int columns = 80, int rows = 24, int scrollback = 1000) =>
        Host.StartAsync(
            new PaneStart(
                pane,
                ["/bin/sh", "-c", script],
                _directory.Path,
                PaneEnvironment.ForPane([new("PATH", "/usr/bin:/bin"), new("HOME", _directory.Path)]),
                columns,
                rows,
                scrollback),
            default);

    public async Task<IPaneView> WatchAsync(string pane) => await Host.WatchAsync(pane, TestContext.Current.CancellationToken).WaitAsync(HostFixture.Hang);

    /// <summary>A program that is a shell script.</summary>
    public string Script(string name, string text)
    {
        var path = _directory[name];
        File.WriteAllText(path, $"#!/bin/sh\n{text}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>All lines that are kept of a pane, oldest first.</summary>
    public static async Task<List<string>> LinesAsync(IPaneView view)
    {
        var lines = new List<string>();
        for (var from = 0L; ;)
        {
            var some = await view.LinesAsync(from, 2000, TestContext.Current.CancellationToken).WaitAsync(HostFixture.Hang);
            if (some.Lines.Count == 0) return lines;
            lines.AddRange(some.Lines.Select(line => ViewReading.TextOf(line)));
            from = some.From + some.Lines.Count;
        }
    }

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            try
            {
                await Host.ShutdownAsync(default).WaitAsync(HostFixture.Hang);
            }
            catch (IOException)
            {
                // It is gone already, or goes before it has answered.
            }
        }

        foreach (var opened in _opened) await opened.DisposeAsync();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(HostFixture.Hang, CancellationToken.None);
        _process.Dispose();
        _directory.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, string>> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""));
}
