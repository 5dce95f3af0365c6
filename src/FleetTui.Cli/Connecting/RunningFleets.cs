using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Console;

namespace FleetTui.Cli.Connecting;

/// <summary>The fleets whose daemons listen in the directory where this user's sockets lie (<see cref="Api.FleetPaths"/>).</summary>
internal sealed class RunningFleets(CliContext context) : IRunningFleets
{
    /// <summary>A daemon that does not answer in this time is busy with something worse than us, and not listed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public string? Last { get; set; }

    public string? Next { get; set; }

    public async Task<IReadOnlyList<RunningFleet>> FindAsync(CancellationToken cancellation)
    {
        var own = await FleetPlace.PathsAsync(context, cancellation);
        var root = Path.GetDirectoryName(own.RuntimeDirectory)!;
        var sockets = Directory.Exists(root) ? Directory.EnumerateDirectories(root).Select(directory => Path.Combine(directory, Path.GetFileName(own.DaemonSocket))) : [];
        var found = await Task.WhenAll(sockets.Where(File.Exists).Where(DaemonSocket.ListensAt).Select(socket => AskAsync(socket, cancellation)));
        return [.. found.OfType<RunningFleet>().OrderBy(fleet => fleet.Name, StringComparer.Ordinal).ThenBy(fleet => fleet.Repository, StringComparer.Ordinal)];
    }

    private async Task<RunningFleet?> AskAsync(string socket, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        await using var fleet = new FleetApiClient(socket);
        try
        {
            var status = await fleet.StatusAsync(either.Token);
            return new RunningFleet(status.Fleet.Name, status.Fleet.Repository, status.Slots.Count, status.Slots.Count(slot => slot.Attention));
        }
        catch (FleetApiException)
        {
            return null;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return null;
        }
    }
}
