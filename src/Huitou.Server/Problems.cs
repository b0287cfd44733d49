using Huitou.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Huitou.Server;

/// <summary>One fault of a request: where, which, and what to do.</summary>
public sealed record ProblemError(string Path, string Code, string Message);

/// <summary>RFC 9457 problems as this API speaks them: each carries a code from <see cref="ProblemCode"/>, and the faulty fields.</summary>
public static class Problems
{
    public static ProblemHttpResult Of(int status, string code, string detail, string? path = null) =>
        TypedResults.Problem(Details(status, code, detail, string.IsNullOrEmpty(path) ? [] : [new ProblemError(path, code, detail)]));

    /// <summary>Several faults at once, so that a form can show them all.</summary>
    public static ProblemHttpResult Of(int status, IReadOnlyList<ProblemError> errors) =>
        TypedResults.Problem(Details(status, errors[0].Code, errors[0].Message, errors));

    public static ProblemHttpResult Of(Refusal refusal) => Of(StatusOf(refusal.Code), refusal.Code, refusal.Message, refusal.Path);

    /// <summary>The result of an operation as the API answers it.</summary>
    public static Results<Ok<T>, ProblemHttpResult> Answer<T>(this Outcome<T> outcome) =>
        outcome.Match<Results<Ok<T>, ProblemHttpResult>>(value => TypedResults.Ok(value), refusal => Of(refusal));

    /// <summary>Says in the document with which statuses an endpoint refuses.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) endpoint.ProducesProblem(status);
        return endpoint;
    }

    internal static ProblemDetails Details(int status, string code, string detail, IReadOnlyList<ProblemError> errors) => new()
    {
        Type = "about:blank",
        Title = TitleOf(status),
        Status = status,
        Detail = detail,
        Extensions = { ["code"] = code, ["errors"] = errors },
    };

    internal static string CodeOf(int status) => status switch
    {
        400 => ProblemCode.InvalidBody,
        401 => ProblemCode.NotSignedIn,
        403 => ProblemCode.NotAllowed,
        404 => ProblemCode.NotFound,
        405 => ProblemCode.MethodNotAllowed,
        413 => ProblemCode.TooLarge,
        415 => ProblemCode.UnsupportedMediaType,
        429 => ProblemCode.TooManyTries,
        503 => ProblemCode.Unavailable,
        _ => ProblemCode.Unexpected,
    };

    private static int StatusOf(string code) => code switch
    {
        ProblemCode.NotSignedIn or ProblemCode.WrongPassword or ProblemCode.SetUpTokenWrong => StatusCodes.Status401Unauthorized,
        ProblemCode.NotAllowed or ProblemCode.AntiforgeryMissing or ProblemCode.BeyondScope => StatusCodes.Status403Forbidden,
        ProblemCode.NotFound => StatusCodes.Status404NotFound,
        ProblemCode.Conflict or ProblemCode.NameTaken or ProblemCode.TimeZoneInUse or ProblemCode.LastOwner or ProblemCode.SetUpDone
            or ProblemCode.ImportRunning or ProblemCode.JobFinished or ProblemCode.NotCommitted => StatusCodes.Status409Conflict,
        ProblemCode.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        ProblemCode.PreconditionRequired => StatusCodes.Status428PreconditionRequired,
        ProblemCode.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemCode.TooManyTries or ProblemCode.LockedOut => StatusCodes.Status429TooManyRequests,
        ProblemCode.LedgerBuilding or ProblemCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        ProblemCode.Unexpected => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string TitleOf(int status) =>
        Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
