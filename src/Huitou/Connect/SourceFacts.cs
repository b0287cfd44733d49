namespace Huitou.Connect;

/// <summary>What a row of a customer file says. Empty and null say nothing.</summary>
public sealed record SourceCustomer(long Number) : SourceBuyerFact(Number)
{
    public override string Key => Buyer.Id is { } id ? "id:" + id : Buyer.Email is { } email ? "email:" + email : "phone:" + Buyer.Phone;

    public string Name { get; init; } = "";

    public Gender? Gender { get; init; }

    /// <summary>"1990-05-17", or "--05-17" where the year is not told (ISO 8601).</summary>
    public string Birthday { get; init; } = "";

    public string Region { get; init; } = "";

    public string City { get; init; } = "";

    public string District { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>Each once, in order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>True: consented, with a proof. False: refused. Null: says nothing.</summary>
    public bool? SmsConsent { get; init; }

    public bool? EmailConsent { get; init; }

    public DateTimeOffset? ConsentAt { get; init; }

    public string ConsentProof { get; init; } = "";
}

public enum Gender : byte
{
    Male = 1,
    Female = 2,
}

/// <summary>What a row of a product file says. Prices in 1/10,000 of the currency's unit. Empty and null say nothing.</summary>
public sealed record SourceProduct(long Number) : SourceFact(Number)
{
    public override string Key => Code;

    public required string Code { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Steps joined by " / ".</summary>
    public string Category { get; init; } = "";

    public string Brand { get; init; } = "";

    public string Season { get; init; } = "";

    public string Style { get; init; } = "";

    public long? ListPrice { get; init; }

    public long? UnitCost { get; init; }

    public DateOnly? LaunchedOn { get; init; }
}

/// <summary>What an order cost, in minor units of the reporting currency; null where the row does not say.</summary>
public sealed record SourceCost(long Number) : SourceFact(Number)
{
    public override string Key => OrderNo;

    public required string OrderNo { get; init; }

    public long? Goods { get; init; }

    public long? Freight { get; init; }

    public long? Fee { get; init; }

    public long? Service { get; init; }
}

/// <summary>Where a customer and the shop met.</summary>
public enum TouchKind : byte
{
    View = 1,
    Favourite = 2,
    Inquiry = 3,
    Complaint = 4,
    ComplaintClosed = 5,
    Review = 6,
    Visit = 7,
}

/// <summary>One touch.</summary>
public sealed record SourceTouch(long Number) : SourceBuyerFact(Number)
{
    /// <summary>In front of the name of a touch that has no id; it keeps it apart from a source's own ids.</summary>
    internal const string ByContent = "~";

    /// <summary>The source's own id; where it gives none, two marks and a hash of the content.</summary>
    public override string Key => Id;

    /// <summary>Whether a stored touch goes by the blind name of its content.</summary>
    internal static bool IsBlind(string key) => key.Length == 33 && key.StartsWith(ByContent, StringComparison.Ordinal) && key[1..].All(char.IsAsciiHexDigitLower);

    /// <summary>The hash of the content, where the touch goes by it.</summary>
    internal string? ContentHash => Id.Length == 34 && Id.StartsWith(ByContent + ByContent, StringComparison.Ordinal) && Id[2..].All(char.IsAsciiHexDigitLower) ? Id[2..] : null;

    public required string Id { get; init; }

    public required TouchKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The order it was about; its buyer is the touch's where none is named.</summary>
    public string OrderNo { get; init; } = "";

    public string ProductCode { get; init; } = "";

    public string Channel { get; init; } = "";

    public string Staff { get; init; } = "";

    /// <summary>1 to 5; null where there is none.</summary>
    public int? Rating { get; init; }

    public string Comment { get; init; } = "";
}

/// <summary>How many came on a day.</summary>
public sealed record SourceVisitors(long Number) : SourceFact(Number)
{
    public override string Key => $"{Day:yyyy-MM-dd}/{Channel}";

    public required DateOnly Day { get; init; }

    public string Channel { get; init; } = "";

    public required int Visitors { get; init; }
}

/// <summary>Who bought an order.</summary>
public sealed record SourceOrderBuyer(long Number) : SourceBuyerFact(Number)
{
    public override string Key => OrderNo;

    public required string OrderNo { get; init; }

    public string Name { get; init; } = "";
}
