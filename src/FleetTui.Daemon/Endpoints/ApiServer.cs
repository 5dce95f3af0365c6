using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Daemon.Slots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FleetTui.Daemon.Endpoints;

/// <summary>
/// HTTP on the daemon's unix socket. Whoever can open the socket is its owner (0600 in a 0700 directory); a request with a slot's token may speak for that slot alone.
/// It needs no wake-up while nobody asks: see <see cref="KestrelHeartbeat"/>.
/// </summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private const long MostBytes = 1 << 20;
    private readonly string socketPath;
    private readonly Action<string> tell;
    private readonly WebApplication application;

    /// <param name="ready">Requests that come before it wait for it: the server comes up while the fleet does.</param>
    public ApiServer(string socketPath, IFleetApi fleet, SlotStore store, string repository, Task ready, TimeProvider clock, Action<string> tell)
    {
        this.socketPath = socketPath;
        this.tell = tell;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = Path.GetDirectoryName(socketPath) });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MostBytes;
            options.ListenUnixSocket(socketPath);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        application = builder.Build();
        application.Use(next => async context =>
        {
            await ready.WaitAsync(context.RequestAborted);

            // Kestrel's own is as old as its last heartbeat.
            context.Response.Headers.Date = clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
            await next(context);
        });
        application.Use(next => context => Answers.ProblemsAsync(context, next, tell));
        application.Use(next => context => SlotTokens.CheckAsync(context, next, store));
        FleetEndpoints.Map(application, fleet, repository);
    }

    public async Task StartAsync()
    {
        // The daemon's lock is held, so a socket that lies there is a dead daemon's.
        File.Delete(socketPath);
        await application.StartAsync();
        File.SetUnixFileMode(socketPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (!KestrelHeartbeat.TryEnd(application.Services.GetRequiredService<IServer>()))
        {
            tell("this version of the HTTP server wakes up once a second; all else is well");
        }
    }

    public Task StopAsync() => application.StopAsync();

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
