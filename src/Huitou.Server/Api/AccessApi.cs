using System.Globalization;
using Huitou.Access;
using Huitou.Flows;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <param name="Name">What it is called.</param>
/// <param name="TimeZone">IANA zone by which its days are told.</param>
/// <param name="Platform">Where it sells: taobao, jd, pinduoduo, douyin, kuaishou, xiaohongshu, weixin, youzan, 1688, vip, shopify, woocommerce, or empty for none; null or left out leaves it as it is. Imports from then on compare ids and nicknames that name no platform within it; earlier ones keep what held then.</param>
public sealed record ShopBody(string Name, string TimeZone, string? Platform = null)
{
    internal ShopFields Fields() => new(Name, TimeZone, Platform);
}

/// <param name="Name">What they type to sign in.</param>
/// <param name="Password">Their first password.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Shops">Ids of the shops whose rows they see; all when null or left out. Owners see all.</param>
public sealed record NewUserBody(string Name, string Password, Role Role, IReadOnlyList<int>? Shops = null);

/// <param name="Role">What they may do.</param>
/// <param name="Shops">Ids of the shops whose rows they see; null for all. It must be said: what is left out by mistake must not open all shops.</param>
public sealed record UserAccessBody(Role Role, IReadOnlyList<int>? Shops);

public sealed record PasswordBody(string Password);

/// <param name="Name">What it is for.</param>
/// <param name="Role">What its bearer may do.</param>
/// <param name="Shops">Ids of the shops whose rows its bearer sees; all when null or left out. Owners see all.</param>
public sealed record NewTokenBody(string Name, Role Role, IReadOnlyList<int>? Shops = null);

/// <summary>Shops, definitions, users, tokens and the audit.</summary>
internal static class AccessApi
{
    /// <summary>Tells of a backup whether the database is in it: "database" or "keys".</summary>
    internal const string BackupHeader = "Huitou-Backup";

    private const string BackupType = "application/gzip";

    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder api)
    {
        var tag = api.MapGroup("").WithTags("Access");
        MapShops(tag);
        MapUsers(tag);
        MapTokens(tag);
        tag.MapGet("/definitions", ReadDefinitions).WithName("readDefinitions")
            .WithSummary("What counts as a sale, with its version in the ETag.").Needs(Permission.SettingsRead);
        tag.MapPut("/definitions", ChangeTheDefinitions).WithName("changeDefinitions")
            .WithSummary("Changes what counts; If-Match names the version that was seen.").Refuses(412, 428).Needs(Permission.SettingsWrite);
        tag.MapGet("/audit", ReadAudit).WithName("listAudit").WithSummary("Who did what, newest first.").Refuses(422)
            .Words<AuditAction>("action").Needs(Permission.AuditRead);
        tag.MapPost("/backup", TakeBackup).WithName("takeBackup").Produces(200, contentType: BackupType)
            .WithSummary("Gives the installation as one .tar.gz; on PostgreSQL its keys and settings. With the keys in it whoever has it can read all.").Needs(Permission.BackupRun);
        return api;
    }

    private static void MapShops(RouteGroupBuilder tag)
    {
        tag.MapGet("/shops", (Shops shops, CancellationToken cancel) => shops.ListAsync(cancel))
            .WithName("listShops").WithSummary("The shops.").Needs(Permission.SettingsRead);
        tag.MapPost("/shops", async (ShopBody body, Shops shops, HttpContext http, CancellationToken cancel) =>
                (await shops.AddAsync(body.Fields(), http.Actor(), cancel)).Answer())
            .WithName("addShop").WithSummary("Adds a shop.").Refuses(409, 422).Needs(Permission.SettingsWrite);
        tag.MapPut("/shops/{id:int}", async (int id, ShopBody body, ShopChange shops, HttpContext http, CancellationToken cancel) =>
                (await shops.RunAsync(id, body.Fields(), http.Actor(), cancel)).Answer())
            .WithName("changeShop").WithSummary("Renames a shop, says which platform it is on, or moves its clock.").Refuses(404, 409, 422).Needs(Permission.SettingsWrite);
    }

    private static void MapUsers(RouteGroupBuilder tag)
    {
        tag.MapGet("/users", (UserAccounts users, CancellationToken cancel) => users.ListAsync(cancel))
            .WithName("listUsers").WithSummary("The users.").Needs(Permission.UsersWrite);
        tag.MapPost("/users", async (NewUserBody body, UserAccounts users, HttpContext http, CancellationToken cancel) =>
                (await users.AddAsync(body.Name, body.Password, body.Role, body.Shops, http.Actor(), cancel)).Answer())
            .WithName("addUser").WithSummary("Adds a user.").Refuses(409, 422).Needs(Permission.UsersWrite);
        tag.MapPut("/users/{id:long}", async (
                long id, UserAccessBody body, UserAccounts users, HttpContext http, CancellationToken cancel) =>
                (await users.ChangeAccessAsync(id, body.Role, body.Shops, http.Actor(), cancel)).Answer())
            .WithName("changeUserAccess").WithSummary("Says anew what a user may do and whose rows they see, at once.").Refuses(404, 409, 422).Needs(Permission.UsersWrite);
        tag.MapPost("/users/{id:long}/password", async (
                long id, PasswordBody body, UserAccounts users, HttpContext http, CancellationToken cancel) =>
                Done(await users.ResetPasswordAsync(id, body.Password, http.Actor(), cancel)))
            .WithName("resetUserPassword").WithSummary("Sets a user's password and ends their sessions.").Refuses(404, 422).Needs(Permission.UsersWrite);
        tag.MapDelete("/users/{id:long}", async (long id, UserAccounts users, HttpContext http, CancellationToken cancel) =>
                Done(await users.RemoveAsync(id, http.Actor(), cancel)))
            .WithName("removeUser").WithSummary("Removes a user; never the last owner.").Refuses(404, 409).Needs(Permission.UsersWrite);
    }

    private static void MapTokens(RouteGroupBuilder tag)
    {
        tag.MapGet("/tokens", (AccessTokens tokens, CancellationToken cancel) => tokens.ListAsync(cancel))
            .WithName("listTokens").WithSummary("The API's tokens, without their secrets.").Needs(Permission.TokensWrite);
        tag.MapPost("/tokens", async (NewTokenBody body, AccessTokens tokens, HttpContext http, CancellationToken cancel) =>
                (await tokens.CreateAsync(body.Name, body.Role, body.Shops, http.Actor(), cancel)).Answer())
            .WithName("createToken").WithSummary("Creates a token and tells its secret, this once.").Refuses(422).Needs(Permission.TokensWrite);
        tag.MapDelete("/tokens/{id:int}", async (int id, AccessTokens tokens, HttpContext http, CancellationToken cancel) =>
                Done(await tokens.RevokeAsync(id, http.Actor(), cancel)))
            .WithName("revokeToken").WithSummary("Revokes a token, at once.").Refuses(404).Needs(Permission.TokensWrite);
    }

    private static async Task<Ok<Definitions>> ReadDefinitions(ChangeDefinitions definitions, HttpContext http, CancellationToken cancel) =>
        Tagged(http, await definitions.CurrentAsync(cancel));

    private static async Task<Results<Ok<Definitions>, ProblemHttpResult>> ChangeTheDefinitions(
        Definitions body, [FromHeader(Name = "If-Match")] string? ifMatch, ChangeDefinitions definitions, HttpContext http, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(ifMatch))
            return Problems.Of(428, ProblemCode.PreconditionRequired, "Send the ETag of what you saw in If-Match.");
        var outcome = await definitions.RunAsync(body, ifMatch.Trim('"'), http.Actor(), cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : Tagged(http, outcome.Value!);
    }

    private static async Task<Results<Ok<AuditPage>, ProblemHttpResult>> ReadAudit(
        string? cursor, int? limit, string? action, AuditList audit, CancellationToken cancel)
    {
        Refusal? refusal = null;
        var only = QueryWords.Read<AuditAction>(action, nameof(action), ref refusal);
        if (refusal is not null) return Problems.Of(refusal);

        long? before = long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return cursor is not null && before is null
            ? Problems.Of(422, ProblemCode.InvalidField, $"\"{cursor}\" is no cursor. Use the \"next\" of the page before.", "cursor")
            : TypedResults.Ok(await audit.PageAsync(before, limit ?? 50, only, cancel));
    }

    private static PushStreamHttpResult TakeBackup(Backup backup, HttpContext http, TimeProvider time, CancellationToken cancel, bool withoutKeys = false)
    {
        http.Response.Headers[BackupHeader] = backup.HoldsDatabase ? "database" : "keys";
        var actor = http.Actor();
        return TypedResults.Stream(
            output => backup.WriteAsync(output, !withoutKeys, actor, cancel), BackupType, $"huitou-{time.GetUtcNow():yyyyMMdd-HHmmss}.tar.gz");
    }

    private static Ok<Definitions> Tagged(HttpContext http, VersionedDefinitions current)
    {
        http.Response.Headers.ETag = $"\"{current.Version}\"";
        return TypedResults.Ok(current.Definitions);
    }

    private static Results<NoContent, ProblemHttpResult> Done(Refusal? refusal) =>
        refusal is null ? TypedResults.NoContent() : Problems.Of(refusal);
}
