using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FleetTui.Api.Client;
using FleetTui.Api.Messages;
using FleetTui.Storage;
using Microsoft.AspNetCore.Http;

namespace FleetTui.Daemon.Endpoints;

/// <summary>Messages out and in, and every failure as <c>application/problem+json</c>.</summary>
internal static class Answers
{
    public static Task AnswerAsync<T>(this HttpContext context, T message, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = "application/json";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, type);
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    public static Task DoneAsync(this HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static async Task<T> ReadAsync<T>(this HttpContext context, JsonTypeInfo<T> type)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw new FleetApiException(2, $"The body of {context.Request.Method} {context.Request.Path} is not as documented: {error.Message}", error);
        }
    }

    public static string Slot(this HttpContext context) => (string)context.Request.RouteValues["id"]!;

    /// <summary>The outermost step: what a handler throws becomes an answer.</summary>
    public static async Task ProblemsAsync(HttpContext context, RequestDelegate next, Action<string> tell)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentLength: null })
            {
                await RefuseAsync(context, StatusCodes.Status404NotFound, "Not found", 2, $"The fleet daemon has no {context.Request.Method} {context.Request.Path}.");
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        catch (Exception) when (context.Response.HasStarted)
        {
            context.Abort();
        }
        catch (FleetApiException refusal)
        {
            var (status, title) = refusal.ExitCode switch
            {
                1 => (StatusCodes.Status409Conflict, "Refused"),
                2 => (StatusCodes.Status400BadRequest, "Wrong input"),
                _ => (StatusCodes.Status500InternalServerError, "Error"),
            };
            await RefuseAsync(context, status, title, refusal.ExitCode, refusal.Message);
        }
        catch (StorageException error)
        {
            await RefuseAsync(context, StatusCodes.Status507InsufficientStorage, "Storage", 1, error.Message);
        }
        catch (Exception bug)
        {
            tell($"{context.Request.Method} {context.Request.Path}: {bug}");
            await RefuseAsync(context, StatusCodes.Status500InternalServerError, "Bug", 4, $"An error of fleet itself ({bug.GetType().Name}); the daemon's log has it.");
        }
    }

    public static Task RefuseAsync(HttpContext context, int status, string title, int exitCode, string detail)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        return context.Response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(new FleetProblem(title, status, detail, exitCode), FleetJson.Default.FleetProblem),
            context.RequestAborted).AsTask();
    }
}
