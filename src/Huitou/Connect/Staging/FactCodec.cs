using System.Diagnostics;

namespace Huitou.Connect.Staging;

/// <summary>How each kind of fact is written and read, field by field in one sequence.</summary>
internal static class FactCodec
{
    private enum Kind : byte
    {
        Line,
        Customer,
        Product,
        Cost,
        Touch,
        Visitors,
        OrderBuyer,
    }

    /// <summary>Beside the kind: at the end of the row stand the ids that its buyer carries. Most buyers carry none, and their rows nothing for it.</summary>
    private const ulong WithIds = 64;

    /// <summary>The same for what is masked of the buyer, behind the ids.</summary>
    private const ulong WithMasks = 128;

    internal static void Write(SourceFact fact, RowWriter row)
    {
        row.StartRow();
        switch (fact)
        {
            case SourceLine line: Start(Kind.Line, line, row); Write(line, row); break;
            case SourceCustomer customer: Start(Kind.Customer, customer, row); Write(customer, row); break;
            case SourceProduct product: Start(Kind.Product, product, row); Write(product, row); break;
            case SourceCost cost: Start(Kind.Cost, cost, row); Write(cost, row); break;
            case SourceTouch touch: Start(Kind.Touch, touch, row); Write(touch, row); break;
            case SourceVisitors visitors: Start(Kind.Visitors, visitors, row); Write(visitors, row); break;
            case SourceOrderBuyer buyer: Start(Kind.OrderBuyer, buyer, row); Write(buyer, row); break;
            default: throw new UnreachableException($"No way to write a {fact.GetType().Name}.");
        }
        if (BuyerOf(fact).Ids is { } ids) Write(ids, row);
        if (BuyerOf(fact).Masks is { } masks) Write(masks, row);
    }

    internal static SourceFact Read(RowReader row)
    {
        row.StartRow();
        var start = row.Count();
        var kind = (Kind)(start & ~(WithIds | WithMasks));
        var (number, modifiedAt) = (row.Number(), row.InstantOrNull());
        var fact = Read(kind, number, modifiedAt, row);
        if ((start & (WithIds | WithMasks)) == 0 || fact is not SourceBuyerFact named) return fact;
        var ids = (start & WithIds) == 0 ? null : Ids(row);
        return named with { Buyer = named.Buyer with { Ids = ids, Masks = (start & WithMasks) == 0 ? null : Masks(row) } };
    }

    private static SourceFact Read(Kind kind, long number, DateTimeOffset? modifiedAt, RowReader row) => kind switch
    {
        Kind.Line => Line(number, modifiedAt, row),
        Kind.Customer => Customer(number, modifiedAt, row),
        Kind.Product => Product(number, modifiedAt, row),
        Kind.Cost => Cost(number, modifiedAt, row),
        Kind.Touch => Touch(number, modifiedAt, row),
        Kind.Visitors => Visitors(number, modifiedAt, row),
        Kind.OrderBuyer => OrderBuyer(number, modifiedAt, row),
        _ => throw new UnreachableException($"No way to read a {kind}."),
    };

    private static SourceBuyer BuyerOf(SourceFact fact) => (fact as SourceBuyerFact)?.Buyer ?? default;

    private static void Start(Kind kind, SourceFact fact, RowWriter row)
    {
        row.Count((ulong)kind | (BuyerOf(fact).Ids is null ? 0 : WithIds) | (BuyerOf(fact).Masks is null ? 0 : WithMasks));
        row.Number(fact.Number);
        row.Instant(fact.ModifiedAt);
    }

    private static void Write(SourceBuyer buyer, RowWriter row)
    {
        row.Text(buyer.Id);
        row.Text(buyer.Phone);
        row.Text(buyer.Email);
    }

    private static void Write(BuyerIds ids, RowWriter row)
    {
        row.Text(ids.Card);
        row.Text(ids.UnionId);
        row.Text(ids.OpenId);
        row.Text(ids.Omid);
        row.Text(ids.Nickname);
        row.Text(ids.Platform);
    }

    private static BuyerIds Ids(RowReader row) => new(row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Text());

    private static void Write(BuyerMasks masks, RowWriter row)
    {
        row.Text(masks.Id);
        row.Text(masks.Phone);
        row.Text(masks.Email);
        row.Text(masks.Card);
        row.Text(masks.Nickname);
    }

    private static BuyerMasks Masks(RowReader row) => new(row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull());

    private static SourceBuyer Buyer(RowReader row) => new(row.TextOrNull(), row.TextOrNull(), row.TextOrNull());

    private static void Write(SourceLine line, RowWriter row)
    {
        row.Text(line.OrderNo);
        row.Count((line.HasGoods ? 1u : 0) | (line.IsReturn ? 2u : 0) | (line.IsClosed ? 4u : 0) | (line.RefundIsOrders ? 8u : 0) | (line.Receiver is null ? 0 : 16u));
        row.Number((long)line.OrderMarks);
        row.Instant(line.CreatedAt);
        row.Instant(line.PaidAt);
        Write(line.Buyer, row);
        row.Text(line.BuyerName);
        row.Repeated(line.Region);
        row.Repeated(line.City);
        row.Repeated(line.District);
        row.Repeated(line.Channel);
        row.Repeated(line.ProductCode);
        row.Repeated(line.ProductName);
        row.Repeated(line.Category);
        row.Number(line.Quantity);
        row.Number(line.UnitPrice);
        row.Number(line.Amount);
        row.Number(line.Discount);
        row.Number((long)line.Marks);
        row.Number(line.OrderAmount);
        row.Number(line.RefundAmount);
        row.Instant(line.RefundedAt);
        row.Repeated(line.Currency);
        row.Number(line.Rate);
        row.Number(line.OriginalAmount);
        if (line.Receiver is { } receiver) Write(receiver, row);
    }

    private static void Write(SourceReceiver receiver, RowWriter row)
    {
        row.Text(receiver.Name);
        row.Text(receiver.Phone);
        row.Text(receiver.Address);
        row.Repeated(receiver.Place.Region);
        row.Repeated(receiver.Place.City);
        row.Repeated(receiver.Place.District);
    }

    private static SourceReceiver Receiver(RowReader row) => new(row.Text(), row.Text(), row.Text(), new(row.Text(), row.Text(), row.Text()));

    private static SourceLine Line(long number, DateTimeOffset? modifiedAt, RowReader row)
    {
        var orderNo = row.Text();
        var flags = row.Count();
        return new SourceLine(number)
        {
            ModifiedAt = modifiedAt,
            OrderNo = orderNo,
            HasGoods = (flags & 1) != 0,
            IsReturn = (flags & 2) != 0,
            IsClosed = (flags & 4) != 0,
            RefundIsOrders = (flags & 8) != 0,
            OrderMarks = (Engine.OrderMarks)row.Number(),
            CreatedAt = row.Instant(),
            PaidAt = row.InstantOrNull(),
            Buyer = Buyer(row),
            BuyerName = row.Text(),
            Region = row.Text(),
            City = row.Text(),
            District = row.Text(),
            Channel = row.Text(),
            ProductCode = row.Text(),
            ProductName = row.Text(),
            Category = row.Text(),
            Quantity = (int)row.Number(),
            UnitPrice = row.Number(),
            Amount = row.Number(),
            Discount = row.Number(),
            Marks = (Engine.LineMarks)row.Number(),
            OrderAmount = row.NumberOrNull(),
            RefundAmount = row.Number(),
            RefundedAt = row.InstantOrNull(),
            Currency = row.Text(),
            Rate = row.Number(),
            OriginalAmount = row.Number(),
            Receiver = (flags & 16) != 0 ? Receiver(row) : null,
        };
    }

    private static void Write(SourceCustomer customer, RowWriter row)
    {
        Write(customer.Buyer, row);
        row.Text(customer.Name);
        row.Number((long?)customer.Gender);
        row.Text(customer.Birthday);
        row.Repeated(customer.Region);
        row.Repeated(customer.City);
        row.Repeated(customer.District);
        row.Text(customer.Address);
        row.Repeated(customer.Tags);
        row.Instant(customer.JoinedAt);
        row.Flag(customer.SmsConsent);
        row.Flag(customer.EmailConsent);
        row.Instant(customer.ConsentAt);
        row.Text(customer.ConsentProof);
    }

    private static SourceCustomer Customer(long number, DateTimeOffset? modifiedAt, RowReader row) => new(number)
    {
        ModifiedAt = modifiedAt,
        Buyer = Buyer(row),
        Name = row.Text(),
        Gender = (Gender?)row.NumberOrNull(),
        Birthday = row.Text(),
        Region = row.Text(),
        City = row.Text(),
        District = row.Text(),
        Address = row.Text(),
        Tags = row.Texts(),
        JoinedAt = row.InstantOrNull(),
        SmsConsent = row.FlagOrNull(),
        EmailConsent = row.FlagOrNull(),
        ConsentAt = row.InstantOrNull(),
        ConsentProof = row.Text(),
    };

    private static void Write(SourceProduct product, RowWriter row)
    {
        row.Text(product.Code);
        row.Text(product.Name);
        row.Repeated(product.Category);
        row.Repeated(product.Brand);
        row.Repeated(product.Season);
        row.Repeated(product.Style);
        row.Number(product.ListPrice);
        row.Number(product.UnitCost);
        row.Number(product.LaunchedOn?.DayNumber);
    }

    private static SourceProduct Product(long number, DateTimeOffset? modifiedAt, RowReader row) => new(number)
    {
        ModifiedAt = modifiedAt,
        Code = row.Text(),
        Name = row.Text(),
        Category = row.Text(),
        Brand = row.Text(),
        Season = row.Text(),
        Style = row.Text(),
        ListPrice = row.NumberOrNull(),
        UnitCost = row.NumberOrNull(),
        LaunchedOn = row.NumberOrNull() is { } day ? DateOnly.FromDayNumber((int)day) : null,
    };

    private static void Write(SourceCost cost, RowWriter row)
    {
        row.Text(cost.OrderNo);
        row.Number(cost.Goods);
        row.Number(cost.Freight);
        row.Number(cost.Fee);
        row.Number(cost.Service);
    }

    private static SourceCost Cost(long number, DateTimeOffset? modifiedAt, RowReader row) => new(number)
    {
        ModifiedAt = modifiedAt,
        OrderNo = row.Text(),
        Goods = row.NumberOrNull(),
        Freight = row.NumberOrNull(),
        Fee = row.NumberOrNull(),
        Service = row.NumberOrNull(),
    };

    private static void Write(SourceTouch touch, RowWriter row)
    {
        row.Text(touch.Id);
        row.Count((ulong)touch.Kind);
        row.Instant(touch.At);
        Write(touch.Buyer, row);
        row.Text(touch.OrderNo);
        row.Repeated(touch.ProductCode);
        row.Repeated(touch.Channel);
        row.Repeated(touch.Staff);
        row.Number(touch.Rating);
        row.Text(touch.Comment);
    }

    private static SourceTouch Touch(long number, DateTimeOffset? modifiedAt, RowReader row) => new(number)
    {
        ModifiedAt = modifiedAt,
        Id = row.Text(),
        Kind = (TouchKind)row.Count(),
        At = row.Instant(),
        Buyer = Buyer(row),
        OrderNo = row.Text(),
        ProductCode = row.Text(),
        Channel = row.Text(),
        Staff = row.Text(),
        Rating = (int?)row.NumberOrNull(),
        Comment = row.Text(),
    };

    private static void Write(SourceVisitors visitors, RowWriter row)
    {
        row.Number(visitors.Day.DayNumber);
        row.Repeated(visitors.Channel);
        row.Number(visitors.Visitors);
    }

    private static SourceVisitors Visitors(long number, DateTimeOffset? modifiedAt, RowReader row) => new(number)
    {
        ModifiedAt = modifiedAt,
        Day = DateOnly.FromDayNumber((int)row.Number()),
        Channel = row.Text(),
        Visitors = (int)row.Number(),
    };

    private static void Write(SourceOrderBuyer buyer, RowWriter row)
    {
        row.Text(buyer.OrderNo);
        Write(buyer.Buyer, row);
        row.Text(buyer.Name);
    }

    private static SourceOrderBuyer OrderBuyer(long number, DateTimeOffset? modifiedAt, RowReader row) => new(number)
    {
        ModifiedAt = modifiedAt,
        OrderNo = row.Text(),
        Buyer = Buyer(row),
        Name = row.Text(),
    };
}
