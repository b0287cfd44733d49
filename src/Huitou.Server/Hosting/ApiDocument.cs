using System.Text.Json.Nodes;
using Huitou.Access;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Mvc;
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
        options.AddSchemaTransformer((schema, context, _) => Typed(schema, context.JsonTypeInfo.Type));
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

    /// <summary>Says of schemas what the generator leaves out: that enums and instants are strings, and what a problem carries.</summary>
    private static Task Typed(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var nullable = plain == type ? default : JsonSchemaType.Null;
        if (plain.IsEnum) schema.Type = JsonSchemaType.String | nullable;
        if (plain == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String | nullable, "date-time");
        if (plain == typeof(ProblemDetails)) DescribeProblem(schema);
        return Task.CompletedTask;
    }

    private static void DescribeProblem(OpenApiSchema schema)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        schema.Description = "A refusal (RFC 9457): what is wrong and what to do.";
        schema.Required = new HashSet<string> { "title", "status", "detail", "code", "errors" };
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = text,
            ["title"] = text,
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = text,
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. ProblemCode.All.Select(code => (JsonNode)code)] },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "path", "code", "message" },
                    Properties = new Dictionary<string, IOpenApiSchema> { ["path"] = text, ["code"] = text, ["message"] = text },
                },
            },
            ["traceId"] = text,
        };
    }

    private static string Camel(Permission permission) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(permission.ToString());
}
