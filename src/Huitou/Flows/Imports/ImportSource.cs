using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Finds the uploaded file that a request names and checks that it can be read as the request says.</summary>
public sealed class ImportSource(UploadStore uploads, Settings settings, TimeProvider time)
{
    internal async Task<Outcome<ISource>> OpenAsync(HuitouDb db, ImportRequest request, CancellationToken cancel)
    {
        if (await db.Shops.FindAsync([request.ShopId], cancel) is not { } shop) return new Refusal(ProblemCode.NotFound, $"There is no shop {request.ShopId}.", "shopId");
        var upload = await db.Uploads.FindAsync([request.UploadId], cancel);
        if (upload is null || !uploads.Has(upload.Id)) return new Refusal(ProblemCode.NotFound, "There is no such upload, or it is older than 30 days. Upload the file again.", "uploadId");
        if (PreviewUpload.Wrong(request.Reading) is { } wrong) return wrong;
        var missing = Fields.Missing(request.Reading.Kind, request.Reading.Columns);
        if (missing.Count > 0) return new Refusal(ProblemCode.MissingFields, $"No column gives {string.Join(", ", missing)}.", "reading.columns");
        var currency = await settings.CurrencyAsync(cancel);
        var rates = new ExchangeRates(await db.ExchangeRates.AsNoTracking().ToListAsync(cancel));
        return new FileSource(
            upload.FileName, uploads.Opening(upload.Id), request.Reading, new ShopBooks(new ShopClock(shop.TimeZone), currency, rates, shop.Platform, time.GetUtcNow()));
    }
}
