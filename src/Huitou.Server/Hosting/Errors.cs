using Huitou.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Huitou.Server.Hosting;

/// <summary>
/// Turns what was thrown into a problem. A caller learns what is wrong with the request; about our own faults they learn a number
/// that finds the log entry, and nothing of the inside.
/// </summary>
internal sealed partial class Errors(ILogger<Errors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var answer = exception switch
        {
            BadHttpRequestException bad => OfBadRequest(bad),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested =>
                Problems.Of(StatusCodes.Status499ClientClosedRequest, ProblemCode.Cancelled, "The caller went away."),
            _ => OfFault(httpContext, exception),
        };
        await answer.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>Gives a body to answers that have none: the framework's own 401, 403, 404, 405, 415.</summary>
    internal static async Task FillAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        var detail = status switch
        {
            StatusCodes.Status401Unauthorized => "Sign in, or send a token: Authorization: Bearer hui_…",
            StatusCodes.Status403Forbidden => "Your role does not allow this.",
            StatusCodes.Status404NotFound => $"There is nothing at {http.Request.Path}.",
            StatusCodes.Status405MethodNotAllowed => $"{http.Request.Path} does not take {http.Request.Method}.",
            _ => ReasonPhrases.GetReasonPhrase(status),
        };
        await Problems.Of(status, Problems.CodeOf(status), detail).ExecuteAsync(http);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult OfBadRequest(BadHttpRequestException bad)
    {
        // A body that does not parse says where; the message of the reader names our types, so it is told in our own words.
        if (bad.InnerException is System.Text.Json.JsonException json)
        {
            var path = json.Path is { Length: > 2 } found ? found[2..] : "";
            return Problems.Of(bad.StatusCode, ProblemCode.InvalidBody, $"The body cannot be read at \"{path}\": a value is missing or of another kind.", path);
        }

        return Problems.Of(bad.StatusCode, Problems.CodeOf(bad.StatusCode), bad.Message);
    }

    private Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult OfFault(HttpContext http, Exception exception)
    {
        LogFault(logger, http.TraceIdentifier, http.Request.Method, http.Request.Path, exception);
        return Problems.Of(
            StatusCodes.Status500InternalServerError, ProblemCode.Unexpected, $"Something broke here. The log says what, under {http.TraceIdentifier}.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Trace}: {Method} {Path} failed")]
    private static partial void LogFault(ILogger logger, string trace, string method, string path, Exception exception);
}
