using Huitou.Access;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

public sealed record SignInBody(string Name, string Password);

public sealed record LanguageBody(string Language);

public sealed record ChangePasswordBody(string Current, string Next);

public sealed record OwnerBody(string Name, string Password);

public sealed record FirstShopBody(string Name, string TimeZone, string Currency);

public sealed record SetUpBody(string Token, OwnerBody Owner, FirstShopBody Shop, string? Language);

/// <summary>Set-up, sign-in, and what users change about themselves.</summary>
internal static class SessionApi
{
    public static IEndpointRouteBuilder MapSession(this IEndpointRouteBuilder api)
    {
        var tag = api.MapGroup("").WithTags("Access");
        tag.MapGet("/session", Read).WithName("readSession").WithSummary("Who is signed in, and what they may do.").Public();
        tag.MapPost("/session", Start).WithName("signIn").WithSummary("Signs in by name and password.").Refuses(401, 429).Public();
        tag.MapDelete("/session", (Delegate)End).WithName("signOut").WithSummary("Ends the session.").Public();
        tag.MapPut("/session/language", SetLanguage).WithName("setLanguage")
            .WithSummary("Keeps the language that the user reads.").Refuses(401, 422).Public();
        tag.MapPut("/session/password", ChangePassword).WithName("changeOwnPassword")
            .WithSummary("Changes the user's own password and ends their other sessions.").Refuses(401, 422, 429).Public();
        tag.MapPost("/setup", SetUpInstallation).WithName("setUp")
            .WithSummary("Makes an empty installation somebody's, once, by the link that its console printed.").Refuses(401, 409, 422, 429).Public();
        return api;
    }

    private static async Task<Ok<Session>> Read(HttpContext http, Sessions sessions, DemoOwner demo, ServerOptions server, CancellationToken cancel)
    {
        if (server.Demo && http.User.Actor() is null && Sessions.IsAtThisMachine(http) && await demo.SignInAsync(cancel) is { } owner)
            await CookieSession.StartAsync(http, owner);
        return TypedResults.Ok(await sessions.DescribeAsync(http, server.Demo, cancel));
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> Start(
        SignInBody body, HttpContext http, SignIn signIn, Sessions sessions, Throttle throttle, ServerOptions server)
    {
        if (throttle.Refuse(http, body.Name) is { } tooMany) return tooMany;
        var cancel = http.RequestAborted;
        var outcome = await signIn.RunAsync(body.Name, body.Password, cancel);
        if (outcome.Refusal is { } refusal) return Problems.Of(refusal);

        await CookieSession.StartAsync(http, outcome.Value!);
        return TypedResults.Ok(await sessions.DescribeAsync(http, server.Demo, cancel));
    }

    private static async Task<NoContent> End(HttpContext http)
    {
        await CookieSession.EndAsync(http);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SetLanguage(
        LanguageBody body, HttpContext http, OwnAccount account, CancellationToken cancel)
    {
        if (http.User.UserId() is not { } id) return NoAccount();
        return await account.SetLanguageAsync(id, body.Language, cancel) is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangePassword(
        ChangePasswordBody body, HttpContext http, OwnAccount account, Throttle throttle, CancellationToken cancel)
    {
        if (http.User.UserId() is not { } id) return NoAccount();
        if (throttle.Refuse(http, http.Actor().Name) is { } tooMany) return tooMany;
        var outcome = await account.ChangePasswordAsync(id, body.Current, body.Next, cancel);
        if (outcome.Refusal is { } refusal) return Problems.Of(refusal);

        await CookieSession.StartAsync(http, outcome.Value!);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> SetUpInstallation(
        SetUpBody body, HttpContext http, SetUp setUp, Sessions sessions, Throttle throttle, ServerOptions server)
    {
        if (throttle.Refuse(http, "") is { } tooMany) return tooMany;
        var cancel = http.RequestAborted;
        var request = new SetUpRequest(
            body.Owner.Name, body.Owner.Password, body.Shop.Name, body.Shop.TimeZone, body.Shop.Currency, body.Language);
        var outcome = await setUp.RunAsync(body.Token, request, cancel);
        if (outcome.Refusal is { } refusal) return Problems.Of(refusal);

        await CookieSession.StartAsync(http, outcome.Value!);
        return TypedResults.Ok(await sessions.DescribeAsync(http, server.Demo, cancel));
    }

    // Public endpoints that need an account: any role may, but tokens and the console have none.
    private static ProblemHttpResult NoAccount() =>
        Problems.Of(StatusCodes.Status401Unauthorized, ProblemCode.NotSignedIn, "Only a signed-in user has an account to change.");
}
