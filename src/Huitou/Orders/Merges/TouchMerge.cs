using System.Globalization;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Connect.Regions;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>A touch as its source tells it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Key">The source's id; of a touch that goes by its content its blind name, for the content names its buyer.</param>
internal sealed record TouchVersion(SourceTouch Row, string Key) : IFactVersion
{

    /// <summary>A touch does not change after the fact but where the source says so.</summary>
    public long? Rank => (Row.ModifiedAt ?? Row.At).ToUnixTimeMilliseconds();

    public bool NamesBuyer => !Row.Buyer.IsNobody;

    public long ContentHash() => Row.Buyer.Write(ContentWriter.Begin()).Add((int)Row.Kind).Add(Row.At.ToUnixTimeMilliseconds()).Add(Row.OrderNo)
        .Add(Row.ProductCode).Add(Row.Channel).Add(Row.Staff).Add((long?)Row.Rating).Add(Row.Comment).Hash();

    public IEnumerable<(string Field, string Value)> Told(int digits) =>
    [
        ("touchKind", Row.Kind.ToString()), ("touchedAt", Row.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("buyer", Row.Buyer.Id ?? (Row.Buyer.IsNobody ? "" : "***")), ("orderNo", Row.OrderNo), ("productCode", Row.ProductCode), ("channel", Row.Channel),
        ("staff", Row.Staff), ("rating", Row.Rating?.ToString(CultureInfo.InvariantCulture) ?? ""), ("comment", Row.Comment),
    ];
}

/// <summary>Merges touches.</summary>
internal sealed class TouchMerge(MergeContext context, BuyerBook buyers, Catalogue catalogue) : FactMerge<TouchVersion>(context, OrderTables.TouchFacts)
{
    private readonly List<Touch> _touches = [];

    protected override TouchVersion Make(IReadOnlyList<SourceFact> rows) =>
        Named((SourceTouch)rows.MaxBy(row => (row.ModifiedAt ?? ((SourceTouch)row).At, row.Number))!);

    private TouchVersion Named(SourceTouch row) => new(row, row.ContentHash is { } hash ? SourceTouch.ByContent + Context.Vault.BlindName(hash) : row.Id);

    protected override void Describe(TouchVersion version, bool isNews)
    {
        if (version.Row.ProductCode.Length > 0) catalogue.ProductOf(version.Row.ProductCode);
        if (!version.NamesBuyer) return;
        var buyer = buyers.Of(version.Row.Buyer);
        if (isNews) buyers.Touch(buyer);
        buyers.Describe(buyer, version.Row.Buyer, "", PlaceName.None, version.Row.At.ToUnixTimeMilliseconds());
    }

    protected override Fact Add(TouchVersion version, long id)
    {
        var row = version.Row;
        var (day, minute) = Context.Clock.Civil(row.At);
        var touch = new Touch
        {
            Key = version.Key, Kind = row.Kind, At = row.At, Day = day, Minute = minute, EvidenceNodeId = buyers.NodeOf(row.Buyer), OrderNo = row.OrderNo,
            ProductId = row.ProductCode.Length > 0 ? catalogue.ProductOf(row.ProductCode) : 0, ChannelId = catalogue.ChannelOf(row.Channel),
            Staff = row.Staff, Rating = row.Rating, Comment = Context.Vault.SealSome(row.Comment, Touch.SealedComment, id),
        };
        _touches.Add(touch);
        return touch;
    }

    protected override async Task WriteAsync(IBulkWriter bulk, CancellationToken cancel)
    {
        await bulk.InsertAsync(OrderTables.Touches, _touches, cancel);
    }

    protected override void Clear() => _touches.Clear();

    protected override async Task<TouchVersion> StoredAsync(long id, CancellationToken cancel)
    {
        var db = Context.Db;
        var touch = await db.Touches.AsNoTracking().SingleAsync(t => t.Id == id, cancel);
        var buyer = await db.EvidenceNodes.AsNoTracking().FirstOrDefaultAsync(n => n.Id == touch.EvidenceNodeId, cancel);
        return new(new SourceTouch(0)
        {
            Id = touch.Key, Kind = touch.Kind, At = touch.At,
            Buyer = buyer is null ? default : buyer.Kind == EvidenceKind.SourceId ? new(buyer.Name(Context.Vault)) : new(null, buyer.Value), OrderNo = touch.OrderNo,
            ProductCode = await db.Products.Where(p => p.Id == touch.ProductId).Select(p => p.Code).FirstOrDefaultAsync(cancel) ?? "",
            Channel = await db.Channels.Where(c => c.Id == touch.ChannelId).Select(c => c.Name).FirstOrDefaultAsync(cancel) ?? "",
            Staff = touch.Staff, Rating = touch.Rating, Comment = Context.Vault.OpenSome(touch.Comment, Touch.SealedComment, id),
        }, touch.Key);
    }
}

/// <summary>How many came on a day.</summary>
internal sealed record VisitorVersion(string Key, long? Rank, DateOnly Day, string Channel, int Visitors) : IFactVersion
{
    public bool NamesBuyer => false;

    public long ContentHash() => ContentWriter.Begin().Add(Visitors).Hash();

    public IEnumerable<(string Field, string Value)> Told(int digits) => [("visitors", Visitors.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>Merges visitor counts. Two rows of one day and channel in a file are a fault of the file: nobody can say which is right.</summary>
internal sealed class VisitorMerge(MergeContext context, Catalogue catalogue) : FactMerge<VisitorVersion>(context, OrderTables.VisitorFacts)
{
    private readonly List<VisitorCount> _counts = [];

    protected override RejectReason? FaultOf(IReadOnlyList<SourceFact> rows) =>
        rows.Select(row => ((SourceVisitors)row).Visitors).Distinct().Count() > 1 ? RejectReason.ConflictingRows : null;

    protected override VisitorVersion Make(IReadOnlyList<SourceFact> rows)
    {
        var row = (SourceVisitors)rows[0];
        return new(row.Key, Ranks.Of(rows), row.Day, row.Channel, row.Visitors);
    }

    protected override Fact Add(VisitorVersion version, long id)
    {
        var count = new VisitorCount
        {
            Key = version.Key, Day = CivilDay.Number(version.Day), ChannelId = catalogue.ChannelOf(version.Channel), Visitors = version.Visitors,
        };
        _counts.Add(count);
        return count;
    }

    protected override async Task WriteAsync(IBulkWriter bulk, CancellationToken cancel)
    {
        await bulk.InsertAsync(OrderTables.Visitors, _counts, cancel);
    }

    protected override void Clear() => _counts.Clear();

    protected override async Task<VisitorVersion> StoredAsync(long id, CancellationToken cancel)
    {
        var count = await Context.Db.VisitorCounts.AsNoTracking().SingleAsync(v => v.Id == id, cancel);
        return new(count.Key, count.Rank, CivilDay.Of(count.Day), "", count.Visitors);
    }
}
