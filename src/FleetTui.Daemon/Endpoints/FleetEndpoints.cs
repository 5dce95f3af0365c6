using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Api.Messages;
using FleetTui.TerminalHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FleetTui.Daemon.Endpoints;

/// <summary>The paths under <c>/api</c>. Each hands on to <see cref="IFleetApi"/> and holds no rule.</summary>
internal static class FleetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, IFleetApi fleet, string repository)
    {
        var api = routes.MapGroup("/api");
        api.MapGet("/health", (RequestDelegate)(context =>
            context.AnswerAsync(new Health(Status.StatusBoard.Version, Environment.ProcessId, repository, ProgramBuild.Current.ToString()), FleetJson.Default.Health)));
        api.MapGet("/status", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.StatusAsync(context.RequestAborted), FleetJson.Default.FleetStatus)));
        api.MapGet("/stream", (RequestDelegate)(context => UpdateEvents.WriteAsync(context, fleet)));
        api.MapGet("/log", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.LogAsync(Number(context, "after", -1), (int)Number(context, "most", 200), context.RequestAborted), FleetJson.Default.IReadOnlyListLogEntry)));
        api.MapGet("/log/page", (RequestDelegate)(async context =>
        {
            var before = Number(context, "before", long.MaxValue);
            var query = new LogQuery(before == long.MaxValue ? null : before, (int)Math.Clamp(Number(context, "most", LogQuery.Page), 1, int.MaxValue), Text(context, "slot"), Text(context, "kind"), Text(context, "text"));
            await context.AnswerAsync(await fleet.LogPageAsync(query, context.RequestAborted), FleetJson.Default.IReadOnlyListLogEntry);
        }));
        api.MapPost("/shutdown", (RequestDelegate)(async context =>
        {
            await context.DoneAsync();
            await context.Response.CompleteAsync();
            await fleet.ShutdownAsync(CancellationToken.None);
        }));
        MapSlots(api, fleet);
        MapRoles(api, fleet);
        MapLane(api, fleet);
        MapMigrations(api, fleet);
    }

    private static void MapSlots(RouteGroupBuilder api, IFleetApi fleet)
    {
        api.MapPost("/slots/start", (RequestDelegate)(async context =>
        {
            await fleet.StartSlotsAsync((await context.ReadAsync(FleetJson.Default.SlotsRequest)).Slots, context.RequestAborted);
            await context.DoneAsync();
        }));
        api.MapPost("/slots/open", (RequestDelegate)(async context =>
        {
            await fleet.OpenAsync(context.RequestAborted);
            await context.DoneAsync();
        }));
        api.MapPost("/slots/stop", (RequestDelegate)(async context =>
        {
            await fleet.StopSlotsAsync((await context.ReadAsync(FleetJson.Default.SlotsRequest)).Slots, context.RequestAborted);
            await context.DoneAsync();
        }));
        api.MapPost("/slots/{id}/start", (RequestDelegate)(async context =>
        {
            await fleet.StartSlotsAsync([context.Slot()], context.RequestAborted);
            await context.DoneAsync();
        }));
        api.MapPost("/slots/{id}/stop", (RequestDelegate)(async context =>
        {
            await fleet.StopSlotsAsync([context.Slot()], context.RequestAborted);
            await context.DoneAsync();
        }));
        api.MapPost("/slots/{id}/restart", (RequestDelegate)(async context =>
        {
            await fleet.RestartSlotAsync(context.Slot(), context.RequestAborted);
            await context.DoneAsync();
        }));
        api.MapPost("/slots/{id}/settings", (RequestDelegate)(async context =>
        {
            var settings = await context.ReadAsync(FleetJson.Default.SlotSettings);
            await context.AnswerAsync(await fleet.ConfigureSlotAsync(context.Slot(), settings, context.RequestAborted), FleetJson.Default.SlotSettingsResult);
        }));
        api.MapPost("/slots", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.AddSlotAsync(await context.ReadAsync(FleetJson.Default.SlotAddition), context.RequestAborted), FleetJson.Default.SlotAdded)));
        api.MapPost("/slots/{id}/remove", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.RemoveSlotAsync(context.Slot(), context.RequestAborted), FleetJson.Default.SlotRemoval)));
        api.MapPost("/slots/put-back", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.PutBackSlotAsync(await context.ReadAsync(FleetJson.Default.SlotRemoval), context.RequestAborted), FleetJson.Default.SlotAdded)));
        api.MapGet("/agents", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.AgentsAsync(context.RequestAborted), FleetJson.Default.IReadOnlyListAgentChoice)));
        api.MapGet("/slots/{id}/why", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.WhyAsync(context.Slot(), context.RequestAborted), FleetJson.Default.SlotEvidence)));
        api.MapGet("/slots/{id}/diff", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.DiffAsync(context.Slot(), Text(context, "path"), context.RequestAborted), FleetJson.Default.SlotDiff)));
        api.MapGet("/slots/{id}/transcript", (RequestDelegate)(async context =>
        {
            var query = new TranscriptQuery((int)Math.Clamp(Number(context, "most", 100), 1, 1000), Place(context, "before"), Place(context, "after"));
            await context.AnswerAsync(await fleet.TranscriptAsync(context.Slot(), query, context.RequestAborted), FleetJson.Default.SlotTranscript);
        }));
        api.MapPost("/slots/{id}/send", (RequestDelegate)(async context =>
        {
            var request = await context.ReadAsync(FleetJson.Default.SendRequest);
            await fleet.SendAsync(context.Slot(), request.Text, request.Enter, context.RequestAborted);
            await context.DoneAsync();
        }));
    }

    private static void MapRoles(RouteGroupBuilder api, IFleetApi fleet)
    {
        api.MapGet("/roles", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.RolesAsync(context.RequestAborted), FleetJson.Default.IReadOnlyListRoleStatus)));
        api.MapGet("/roles/coverage", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.CoverageAsync([.. context.Request.Query["try"].OfType<string>()], context.RequestAborted), FleetJson.Default.DomainCoverage)));
        api.MapPost("/slots/{id}/role", (RequestDelegate)(async context =>
        {
            var request = await context.ReadAsync(FleetJson.Default.RoleRequest);
            var result = await fleet.AssignRoleAsync(context.Slot(), request.Role, request.Swap, request.Reason, request.Preview, context.RequestAborted);
            await context.AnswerAsync(result, FleetJson.Default.AssignmentResult);
        }));
    }

    private static void MapLane(RouteGroupBuilder api, IFleetApi fleet)
    {
        api.MapGet("/lane", (RequestDelegate)(async context =>
            await context.AnswerAsync((await fleet.StatusAsync(context.RequestAborted)).Lane, FleetJson.Default.LaneStatus)));
        api.MapPost("/lane/land", (RequestDelegate)(async context =>
        {
            var request = await context.ReadAsync(FleetJson.Default.LandRequest);
            SlotTokens.SpeaksFor(context, request.Slots);
            await context.AnswerAsync(await fleet.LandAsync(request.Slots, request.Wait, context.RequestAborted), FleetJson.Default.LandResult);
        }));
        api.MapPost("/lane/pause", (RequestDelegate)(async context =>
        {
            await fleet.PauseLaneAsync(context.RequestAborted);
            await context.DoneAsync();
        }));
        api.MapPost("/lane/resume", (RequestDelegate)(async context =>
        {
            await fleet.ResumeLaneAsync(context.RequestAborted);
            await context.DoneAsync();
        }));
    }

    private static void MapMigrations(RouteGroupBuilder api, IFleetApi fleet)
    {
        api.MapGet("/migrations", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.MigrationsAsync(context.RequestAborted), FleetJson.Default.MigrationReport)));
        api.MapGet("/migrations/day", (RequestDelegate)(async context =>
            await context.AnswerAsync(await fleet.MigrationDayAsync(Text(context, "day"), context.RequestAborted), FleetJson.Default.MigrationDayReport)));
        api.MapPost("/migrations/next", (RequestDelegate)(async context =>
        {
            var request = await context.ReadAsync(FleetJson.Default.NextMigrationRequest);
            SlotTokens.SpeaksFor(context, [request.Slot]);
            await context.AnswerAsync(await fleet.NextMigrationAsync(request.Slot, request.Name, request.DryRun, context.RequestAborted), FleetJson.Default.NextMigration);
        }));
        api.MapPost("/migrations/fix", (RequestDelegate)(async context =>
        {
            var request = await context.ReadAsync(FleetJson.Default.FixMigrationsRequest);
            SlotTokens.SpeaksFor(context, [request.Slot]);
            await context.AnswerAsync(await fleet.FixMigrationsAsync(request.Slot, request.DryRun, context.RequestAborted), FleetJson.Default.MigrationFix);
        }));
    }

    private static string? Text(HttpContext context, string name) =>
        context.Request.Query.TryGetValue(name, out var text) && !string.IsNullOrEmpty(text) ? text.ToString() : null;

    private static long? Place(HttpContext context, string name) => Number(context, name, -1) is >= 0 and var place ? place : null;

    private static long Number(HttpContext context, string name, long otherwise) =>
        !context.Request.Query.TryGetValue(name, out var text) ? otherwise
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FleetApiException(2, $"'{text}' is not a number ({name}).");
}
