namespace Huitou.Connect;

/// <summary>What the rows of a file tell of. All kinds share preview, dry run, reject file and undo.</summary>
public enum FileKind
{
    /// <summary>Orders: one row for each line, or one row for each order without its lines.</summary>
    Orders,

    /// <summary>The lines of orders whose heads stand in a file of their own: no times, no buyer.</summary>
    OrderDetails,

    /// <summary>Customers: who they are, and what they consented to.</summary>
    Customers,

    /// <summary>Products: category, brand, season, style, list price, cost, launch day.</summary>
    Products,

    /// <summary>What orders cost: goods, freight, fees, service.</summary>
    Costs,

    /// <summary>Where customer and shop met: views, favourites, inquiries, complaints, reviews, visits.</summary>
    Touches,

    /// <summary>Visitors of a shop by day.</summary>
    Visitors,

    /// <summary>Who bought: from order numbers to buyers, for orders that named none.</summary>
    Buyers,
}
