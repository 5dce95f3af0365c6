using FleetTui.Api.Client;
using FleetTui.Daemon.Slots;
using Microsoft.AspNetCore.Http;

namespace FleetTui.Daemon.Endpoints;

/// <summary>
/// Who a request speaks for. Without a token: the user. With a slot's token: that slot, which may look at everything, send to itself, ask for its next migration, have its own mended and have itself landed,
/// and nothing else.
/// </summary>
internal static class SlotTokens
{
    private const string Scheme = "Bearer ";

    public static Task CheckAsync(HttpContext context, RequestDelegate next, SlotStore store)
    {
        string? header = context.Request.Headers.Authorization;
        if (string.IsNullOrEmpty(header))
        {
            return next(context);
        }

        var slot = header.StartsWith(Scheme, StringComparison.Ordinal) ? store.SlotOf(header[Scheme.Length..]) : null;
        if (slot is null)
        {
            return Answers.RefuseAsync(context, StatusCodes.Status401Unauthorized, "Unknown token", 2, "This token (FLEET_TOKEN) is not one of this fleet's slots.");
        }

        context.Items[typeof(SlotTokens)] = slot;
        var path = context.Request.Path.Value!;
        var allowed = HttpMethods.IsGet(context.Request.Method)
            || path == $"/api/slots/{slot}/send"
            || path is "/api/lane/land" or "/api/migrations/next" or "/api/migrations/fix";
        return allowed
            ? next(context)
            : Answers.RefuseAsync(context, StatusCodes.Status403Forbidden, "Not this slot's", 1, $"Slot {slot} may not do this; ask the user.");
    }

    /// <summary>For requests that name slots in their body.</summary>
    public static void SpeaksFor(HttpContext context, IReadOnlyList<string> slots)
    {
        if (context.Items.TryGetValue(typeof(SlotTokens), out var own) && (slots.Count != 1 || slots[0] != (string)own!))
        {
            throw new FleetApiException(1, $"Slot {own} speaks for itself alone.");
        }
    }
}
