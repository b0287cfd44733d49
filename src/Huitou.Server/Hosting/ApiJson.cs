using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Hosting;

/// <summary>How the API writes and reads its bodies.</summary>
internal static class ApiJson
{
    internal static IServiceCollection AddApiJson(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(json => Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(route => route.ThrowOnBadRequest = true);
        return services.AddResponseCompression(compression =>
        {
            // Bodies mix no secret with what a stranger may choose: the antiforgery value is masked anew each time.
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml", "application/geo+json"];
        });
    }

    internal static void Configure(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new InstantJson());
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;

        // Numbers are numbers: "12" for 12 would also make every schema say "integer or string".
        json.NumberHandling = JsonNumberHandling.Strict;
    }
}

/// <summary>
/// Instants in UTC and to the millisecond, as they are stored: what a creating call answers is then the same, to the letter, as what
/// the list answers later.
/// </summary>
internal sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
