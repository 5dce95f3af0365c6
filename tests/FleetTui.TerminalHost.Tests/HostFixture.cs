using System.Diagnostics.CodeAnalysis;
using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Panes;
using FleetTui.Testing;

namespace FleetTui.TerminalHost.Tests;

/// <summary>A real host on a socket of its own, in this process, with a client; gone with all its panes at the end of the test.</summary>
internal sealed class HostFixture : IAsyncDisposable
{
    /// <summary>For hangs only: nothing here should take a hundredth of it.</summary>
    internal static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private readonly TemporaryDirectory _directory = new();
    private readonly CancellationTokenSource _end = new();
    private readonly List<IAsyncDisposable> _opened = [];
    private readonly Task<int> _running;

    private HostFixture()
    {
        SocketPath = Path.Combine(_directory.Path, "host.sock");
        _running = HostProgram.RunAsync(SocketPath, TimeProvider.System, _end.Token);
    }

    public string SocketPath { get; }

    public string WorkingDirectory => _directory.Path;

    public Task<int> Running => _running;

    [NotNull]
    public TerminalHostClient? Host { get; private set; }

    public static async Task<HostFixture> StartAsync()
    {
        var fixture = new HostFixture();
        fixture.Host = await fixture.ConnectAsync();
        return fixture;
    }

    public async Task<TerminalHostClient> ConnectAsync()
    {
        var client = await TerminalHostClient.ConnectAsync(SocketPath, TestContext.Current.CancellationToken);
        _opened.Add(client);
        return client;
    }

    public Task<PaneInfo> RunAsync(string pane, string script, int columns = 80, int rows = 24) =>
        Host.StartAsync(Start(pane, ["/bin/sh", "-c", script], columns, rows), default);

    public PaneStart Start(string pane, string[] command, int columns = 80, int rows = 24) =>
        new(pane, command, WorkingDirectory, PaneEnvironment.ForPane([new("PATH", "/usr/bin:/bin"), new("HOME", WorkingDirectory)]), columns, rows, 1000);

    public async Task<IPaneView> WatchAsync(string pane, TerminalHostClient? client = null) =>
        await (client ?? Host).WatchAsync(pane, TestContext.Current.CancellationToken).WaitAsync(Hang);

    public async ValueTask DisposeAsync()
    {
        foreach (var opened in _opened) await opened.DisposeAsync();
        await _end.CancelAsync();
        await _running.WaitAsync(Hang);
        _end.Dispose();
        _directory.Dispose();
    }
}

internal static class ViewReading
{
    /// <summary>The screen's rows, right-trimmed.</summary>
    public static string[] Text(this IPaneView view)
    {
        lock (view.Gate)
        {
            var rows = new string[view.Rows];
            for (var row = 0; row < rows.Length; row++) rows[row] = TextOf(view.Row(row));
            return rows;
        }
    }

    public static string TextOf(ReadOnlySpan<Cell> cells)
    {
        var text = new System.Text.StringBuilder();
        foreach (var cell in cells) text.Append(cell.Text);
        return text.ToString().TrimEnd();
    }

    /// <summary>Waits until the view is as wanted, looking after each frame.</summary>
    public static async Task UntilAsync(this IPaneView view, Func<IPaneView, bool> wanted, string? told = null)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(IPaneView changed)
        {
            if (wanted(changed)) reached.TrySetResult();
        }

        view.Changed += Look;
        try
        {
            Look(view);
            await reached.Task.WaitAsync(HostFixture.Hang);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"never {told ?? "as wanted"}: {view.Info}\n{string.Join('\n', view.Text())}");
        }
        finally
        {
            view.Changed -= Look;
        }
    }

    public static Task UntilShowsAsync(this IPaneView view, string text) =>
        view.UntilAsync(shown => shown.Text().Any(row => row.Contains(text, StringComparison.Ordinal)), $"shows {text}");

    public static Task UntilEndedAsync(this IPaneView view) => view.UntilAsync(shown => shown.Info is { Life: not PaneLife.Running }, "ended");

    /// <summary>The first event that is as wanted.</summary>
    public static async Task<PaneEvent> FirstAsync(this IAsyncEnumerable<PaneEvent> events, Func<PaneEvent, bool> wanted)
    {
        using var hang = new CancellationTokenSource(HostFixture.Hang);
        await foreach (var happened in events.WithCancellation(hang.Token))
        {
            if (wanted(happened)) return happened;
        }

        throw new InvalidOperationException("the events ended");
    }
}
