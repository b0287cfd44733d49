using System.Text.Json.Nodes;
using Huitou.Access;
using Huitou.Server.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Huitou.Server.Hosting;

/// <summary>The OpenAPI document: what the pages are typed by, and what others integrate with.</summary>
internal static class ApiDocument
{
    internal const string Name = "v1";

    private const string TokenScheme = "token";
    private const string SessionScheme = "session";

    internal static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddOperationTransformer((operation, context, _) => Guarded(operation, context));
    });

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Huitou",
            Version = Name,
            Description = "Money is in minor units of the answer's currency, instants are RFC 3339, days are dates. " +
                "Refusals are RFC 9457 problems with a code.",
        };

        // Which address this copy happens to be served at is not part of the contract.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [TokenScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of Settings → Tokens." },
            [SessionScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "huitou.session",
                Description = $"The pages' cookie; what changes something also sends {AntiforgeryCheck.Header}.",
            },
        };
        return Task.CompletedTask;
    }

    private static Task Guarded(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var needs = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsPermission>().LastOrDefault();
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-permission"] = new JsonNodeExtension(JsonValue.Create(needs is null ? "public" : Camel(needs.Permission)));
        if (needs is null) return Task.CompletedTask;

        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, context.Document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SessionScheme, context.Document)] = [] },
        ];
        return Task.CompletedTask;
    }

    private static string Camel(Permission permission) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(permission.ToString());
}
